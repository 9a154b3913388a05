import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  absentPatterns,
  byParts,
  type Concordance,
  type ConcordanceRows,
  type Concordances,
  compareConcordances,
  type DefinitionFault,
  isComputed,
  patternCount,
} from '@zhiheng/indicators';
import { reportFault, UserFault } from '@zhiheng/vocabulary';
import type { ClassificationComparison, ClassificationLoad, ClassificationRow } from '../answers-classifications.js';
import {
  faultWithTables,
  type GivenRows,
  type GivenTable,
  readGiven,
  rowsIn,
  tableOf,
} from '../classification/given-table.js';
import { proposedText, tellAccepters } from '../classification/proposed-tables.js';
import type { OwnTableObject } from '../classification/tables-in-force.js';
import { actingNow } from '../definitions/draft-rows.js';
import type { CompareTablesInput } from '../jobs/compare-tables-job.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import { findVintage } from '../vintages.js';
import { type Command, done } from './command.js';

/** The concordance tables in force, with what is in doubt in each, and the slots. */
export const classificationList: Command<object, ClassificationRow[]> = async (_, { office }) => {
  const concordances = currentReference(office).concordances();
  return done(
    concordances.sheets.flatMap(({ id }) => {
      const table = concordances.get(id);
      return table === null ? [] : [rowOf(office, table, concordances)];
    }),
  );
};

/**
 * Proposes an office's own table in the place of the one of its id, or for its slot: it holds from the next `compute` after a second person accepted
 * it. Refused whole where anything is wrong in it, and where a definition in force asks for a code that it lacks.
 */
export const classificationLoad: Command<
  GivenTable & { readonly text: string; readonly reason?: string },
  ClassificationLoad
> = async (given, { office, actor }) => {
  const read = readGiven(office, given);
  const refused = (faults: readonly UserFault[]) =>
    ({ json: { ok: false, faults: faults.map(flatFault), loaded: null }, exit: 1 }) as const;
  if (!('table' in read)) return refused(read.faults);
  const { id, rows, told, tables } = read;
  const fault = faultWithTables(office, tables);
  if (fault !== null) return refused([fault]);
  const inForce = currentReference(office).concordances();
  const before = rowsIn(inForce, id, 'in-force')?.rows ?? noRows;
  const indicators = changedIndicators(office, inForce, tables);
  const changed = office.tables.texts[id] !== given.text;
  let proposal: string | null = null;
  if (changed) {
    const object: OwnTableObject = {
      format: 'zhiheng-own-table/1',
      id,
      file: given.file ?? '',
      text: given.text,
    };
    const { sha256 } = await office.store.putJson(object);
    const proposed = { table: id, tableVersion: told.version, file: object.file, hash: sha256 };
    const waiting = await office.tableProposals.propose(proposed, given.reason, await actingNow(office, actor));
    await tellAccepters(office, actor, waiting);
    proposal = waiting.id;
  }
  const difference = compareConcordances(before, rows);
  return done({
    ok: true,
    faults: [],
    loaded: { id, version: told.version, changed, proposal, indicators, difference },
  });
};

/** What lies between two tables: codes and patterns, and over the newest release the records whose codes differ. */
export const classificationCompare: Command<
  { readonly a: GivenTable; readonly b: GivenTable },
  ClassificationComparison
> = async ({ a, b }, { office, onProgress, signal }) => {
  const [was, is] = [await sideOf(office, a), await sideOf(office, b)];
  const act = await office.ledger.last('release');
  if ((was.table === null) !== (is.table === null)) throw notAlike(is.told.id, was.told.id);
  const told = { a: was.told, b: is.told, ...compareConcordances(was.rows, is.rows) };
  if (act === null) return done({ ...told, records: null });
  const { release } = await office.release();
  const input: CompareTablesInput = {
    lakeFolder: office.paths.lake,
    spillFolder: join(office.paths.work, 'compare-spill'),
    definitionsFolder: office.definitionsFolder,
    releaseHash: act.hash,
    pairs: pairsOf(was, is),
    tags: (await findVintage(office))?.vintage.tags ?? [],
  };
  try {
    const order = { job: 'compare-tables', input };
    const changed = await office.runJob<NonNullable<ClassificationComparison['records']>['changed']>(
      order,
      onProgress,
      signal,
    );
    return done({ ...told, records: { release: release.name, changed } });
  } finally {
    await rm(input.spillFolder, { recursive: true, force: true });
  }
};

/** A side of a comparison; a proposed table is read by its text. */
async function sideOf(office: Office, given: GivenTable): Promise<GivenRows> {
  if (given.proposed !== true) return tableOf(office, given);
  const waiting = await office.tableProposals.waiting(given.id ?? '');
  if (waiting === null)
    throw new UserFault('not-found', { found: `${given.id}@proposed`, values: { name: given.id ?? '' } });
  const rows = tableOf(office, { text: await proposedText(office, waiting), file: waiting.file });
  return { ...rows, told: { ...rows.told, from: 'proposed' } };
}

/** The tables between which memberships may differ: the two, or by lists of symbols by edition every table that the lists tell apart. */
function pairsOf(was: GivenRows, is: GivenRows): CompareTablesInput['pairs'] {
  if (was.table !== null && is.table !== null) return [{ a: was.table, b: is.table }];
  return was.tables.sheets.flatMap(({ id }) => {
    const [a, b] = [was.tables.get(id), is.tables.get(id)];
    return a === null || b === null || a.hash === b.hash ? [] : [{ a, b }];
  });
}

function notAlike(found: string, expected: string): UserFault {
  return new UserFault('usage', {
    found,
    expected,
    values: { what: 'a table is compared with a table, and the list of symbols by edition with one of its own' },
  });
}

/** Ids of the indicators whose conditions ask a table that would tell otherwise. */
function changedIndicators(office: Office, before: Concordances, after: Concordances): string[] {
  const changed = before.sheets.flatMap(({ id }) => (before.get(id)?.hash === after.get(id)?.hash ? [] : [id]));
  return [...new Set(changed.flatMap((id) => indicatorsOf(office, id)))].sort();
}

const noRows: ConcordanceRows = { version: '', codes: {}, rules: [] };

function rowOf(office: Office, table: Concordance, { tree }: Concordances): ClassificationRow {
  const { sheet, rules, codes, own, version } = table;
  const of = (code: string) => rules.filter((rule) => rule.code === code);
  return {
    ...sheet,
    version: version === '' ? sheet.version : version,
    status: rules.length === 0 ? 'slot' : 'table',
    own,
    codes: Object.entries(codes)
      .sort(([one], [other]) => byParts(one, other))
      .map(([code, name]) => ({ code, name, rules: of(code).length, patterns: patternCount({ rules: of(code) }) })),
    patterns: patternCount(table),
    openEnded: rules.filter(({ openEnded }) => openEnded).length,
    absent: absentPatterns(table, tree),
    indicators: indicatorsOf(office, sheet.id),
  };
}

/** Ids of the indicators whose conditions ask a table. */
function indicatorsOf(office: Office, id: string): string[] {
  return currentReference(office)
    .definitions()
    .filter(isComputed)
    .filter(({ classifications = {} }) => Object.hasOwn(classifications, id))
    .map((definition) => definition.id);
}

function flatFault(fault: UserFault): DefinitionFault {
  const { code, message, place, found = null, expected = null, didYouMean = null } = reportFault(fault);
  return {
    file: place?.path ?? '',
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    field: place?.field ?? null,
    code,
    message,
    found,
    expected,
    didYouMean,
  };
}
