import { readDecisionList, type WrittenFile } from '@zhiheng/records';
import type { Ground, NewDecision } from '@zhiheng/screening';
import { UserFault } from '@zhiheng/vocabulary';
import type { DecisionImportAnswer, FaultyDecision } from '../answers-decisions.js';
import { screeningRules } from '../decisions/screening-rules.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import { deciding } from './area-rulings.js';
import { type Command, done } from './command.js';
import { decided, knownIds } from './decisions.js';
import { written } from './load.js';

export interface ImportDecisionsInput {
  /** Absolute path of the list. */
  readonly path: string;
  /** Path of the mapping, or the mapping itself. */
  readonly mapping: string | WrittenFile;
  readonly reason: string;
  /** Name of the list; left out: that of its file. */
  readonly list?: string;
  /** Take the rows that are right though others are at fault. */
  readonly keepComplete?: boolean;
}

/** Rows at fault that an answer tells; all are kept with the list. */
const mostTold = 100;

/** A list that was imported, as the lake keeps it. */
interface KeptDecisionList {
  readonly format: 'zhiheng-decision-list/1';
  readonly list: string;
  readonly sha256: string;
  readonly mapping: WrittenFile;
  readonly rows: Pick<DecisionImportAnswer, 'read' | 'loaded' | 'duplicates' | 'ignored' | 'quarantined'>;
  readonly quarantined: readonly (FaultyDecision & { readonly raw: string })[];
}

/**
 * Takes over a list of what was decided elsewhere, in one act: all of it, or with `keepComplete` the rows that are right. What stands already is
 * a duplicate. Throws `decisions-wrong` with the first row at fault, `decisions-known` for a list that tells nothing new, `mapping-wrong`,
 * `reason-missing`, and what a table can be refused for.
 */
export const decisionsImport: Command<ImportDecisionsInput, DecisionImportAnswer> = async (input, context) => {
  const { office, actor, onProgress, signal } = context;
  const mapping = await written(input.mapping);
  const { grounds } = screeningRules(office.definitionsFolder);
  const reading = { addresses: currentReference(office).addresses(), latest: office.today() };
  const source = await readDecisionList(input.path, mapping, reading);
  const standing = await standingKeys(office);
  const list = await takeRows(source.rows, grounds, standing, (read) => {
    signal?.throwIfAborted();
    onProgress({ stage: 'reading', done: read, total: null, unit: 'records' });
  });
  const { rows, faults, decisions } = list;
  const [first] = faults;
  if (first !== undefined && input.keepComplete !== true) {
    throw new UserFault('decisions-wrong', {
      place: {
        path: input.path,
        byte: first.position,
        ...(first.line === null ? {} : { line: first.line }),
        ...(first.field === null ? {} : { field: first.field }),
      },
      found: first.found ?? '',
      expected: first.expected ?? 'a row that can be read',
      values: { count: String(faults.length), read: String(rows.read) },
    });
  }
  if (decisions.length === 0) {
    const found = `${rows.read} rows, ${rows.duplicates} of them known`;
    throw new UserFault('decisions-known', { place: { path: input.path }, found, expected: 'a row that is news' });
  }
  const name = input.list ?? (input.path.split(/[\\/]/).at(-1) || input.path);
  const kept: KeptDecisionList = {
    ...{ format: 'zhiheng-decision-list/1', list: name, sha256: source.sha256(), mapping },
    ...{ rows, quarantined: faults },
  };
  const { sha256 } = await office.store.putJson(kept);
  const made = await office.decisions.decide(decisions, deciding(office, actor, input.reason), {
    list: name,
    kept: sha256,
  });
  const applications = [...new Set(decisions.map(({ application }) => application))];
  const known = await knownIds(office, applications);
  return done({
    ...(await decided(office, made, [])),
    ...rows,
    unknown: applications.filter((id) => !known.has(id)).length,
    outsideGround: decisions.filter((one) => !holdsOn(one, grounds)).length,
    outcomes: countBy(decisions),
    faults: faults.slice(0, mostTold).map(({ raw: _, ...fault }) => fault),
  });
};

async function takeRows(
  items: Awaited<ReturnType<typeof readDecisionList>>['rows'],
  grounds: readonly Ground[],
  standing: Set<string>,
  onRows: (read: number) => void,
) {
  const rows = { read: 0, loaded: 0, duplicates: 0, ignored: 0, quarantined: 0 };
  const faults: KeptDecisionList['quarantined'][number][] = [];
  const decisions: NewDecision[] = [];
  const ids = new Set(grounds.map(({ id }) => id));
  for await (const item of items) {
    rows.read += 1;
    if (rows.read % 10_000 === 0) onRows(rows.read);
    if (item.type === 'ignored') {
      rows.ignored += 1;
      continue;
    }
    if (item.type === 'quarantined') {
      rows.quarantined += 1;
      const { position, line, field, code, found, expected, raw } = item;
      faults.push({ position, line, field, code, found, expected, raw });
      continue;
    }
    const { id: application, decided: told, position } = item;
    if (!ids.has(told.ground)) {
      rows.quarantined += 1;
      const expected = `one of ${[...ids].join(', ')}: give \`codes\` in the mapping`;
      faults.push({
        position,
        line: null,
        field: 'ground',
        code: 'value-wrong',
        found: told.ground,
        expected,
        raw: application,
      });
      continue;
    }
    const news = told.steps
      .map((step) => ({ application, ground: told.ground, ...step }))
      .filter((one) => !standing.has(keyOf(one)));
    rows[news.length === 0 ? 'duplicates' : 'loaded'] += 1;
    for (const one of news) standing.add(keyOf(one));
    decisions.push(...news);
  }
  return { rows, faults, decisions };
}

/** What stands already, and whatever is found to be news beside it. */
async function standingKeys(office: Office): Promise<Set<string>> {
  const all = await office.decisions.all();
  return new Set(all.filter(({ undoneAct }) => undoneAct === null).map(keyOf));
}

function keyOf({ application, ground, outcome, effectiveOn }: NewDecision): string {
  return `${application} ${ground} ${outcome} ${effectiveOn}`;
}

function holdsOn({ ground, effectiveOn }: NewDecision, grounds: readonly Ground[]): boolean {
  const { validFrom, validTo } = grounds.find(({ id }) => id === ground) ?? { validFrom: effectiveOn, validTo: null };
  return effectiveOn >= validFrom && (validTo === null || effectiveOn <= validTo);
}

function countBy(decisions: readonly NewDecision[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of decisions) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
