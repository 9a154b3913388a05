import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ComputedDefinition,
  Concordances,
  closureIds,
  type Definition,
  type FigureRow,
  isComputed,
  type OwnTables,
  type PublishedTexts,
  readDefinitions,
  readPublishedFolder,
} from '@zhiheng/indicators';
import { type LakeSession, ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { AreaDirectory, type Day, OwnFault, type Scope, seesEverything, wholeOffice } from '@zhiheng/vocabulary';
import type { ChangedRecords, DefinitionPreview, PreviewRow } from '../answers-definitions.js';
import { showTags, type TagSegment, tagSegments } from '../classification/vintage-tags.js';
import { type VintageFacts, withFacts } from '../decisions/vintage-facts.js';
import {
  type ComparedPlace,
  countedOnlyBy,
  countNow,
  holdingsOf,
  type PreviewDefinitions,
  type PreviewGround,
} from '../definitions/preview-figures.js';
import type { JobEffects } from './job-effects.js';
import { tablesAsked, tagRecords } from './tag-records.js';

export interface PreviewJobInput {
  readonly lakeFolder: string;
  /** For work larger than memory; the caller removes it. */
  readonly spillFolder: string;
  readonly definitionsFolder: string;
  /** Definitions in force over the folder's, without the draft. */
  readonly publishedTexts: PublishedTexts;
  /** Concordance tables that the office loaded over the folder's. */
  readonly ownTables: OwnTables;
  /** Codes of records that a vintage knows. */
  readonly tags: readonly TagSegment[];
  readonly releaseHash: string;
  /** What people decided, as the newest vintage has it. */
  readonly facts: VintageFacts | null;
  readonly indicator: string;
  readonly text: string;
  readonly areas: readonly string[];
  /** In order of time. */
  readonly periods: readonly string[];
  readonly office: string;
  readonly today: Day;
  /** Of whoever asks: records beyond it are counted and not shown. */
  readonly scope: Scope;
}

/** Records shown of each change. */
const mostRows = 20;
const memoryLimit = '1GB';
const steps = 4;

/**
 * Counts a draft beside the definition in force. Nothing is written into the lake, but codes of records in a concordance table that no vintage
 * has asked yet: no act names them.
 */
export async function previewJob(input: PreviewJobInput, { onProgress, disk }: JobEffects): Promise<DefinitionPreview> {
  const { indicator, text, definitionsFolder, publishedTexts, areas: wanted, periods, scope } = input;
  const store = new ObjectStore(input.lakeFolder, disk);
  const release = withFacts((await store.getJson(input.releaseHash)) as Release, input.facts);
  const areas = new AreaDirectory(await readFile(join(definitionsFolder, 'reference/areas.csv'), 'utf8'));
  const published = readPublishedFolder(definitionsFolder);
  const concordances = new Concordances(definitionsFolder, input.ownTables);
  const reading = (texts: PublishedTexts) => ({
    definitions: readDefinitions(definitionsFolder, texts, concordances),
    published,
  });
  const [drafted, standing] = [reading({ ...publishedTexts, [indicator]: text }), reading(publishedTexts)];
  const named = ({ definitions }: PreviewDefinitions) => definitions.find(({ id }) => id === indicator) ?? null;
  const [draft, inForce] = [named(drafted), named(standing)];
  if (draft === null) throw new OwnFault(`the draft of ${indicator} is not among the definitions`);
  const step = (done: number) => onProgress({ stage: 'computing', done, total: steps, unit: 'steps' });
  const counted = [drafted, standing].flatMap(({ definitions }) => countedFor(indicator, definitions));
  const asked = tablesAsked(counted, concordances);
  const effects = { workFolder: input.spillFolder, onProgress };
  const tags =
    asked.length === 0
      ? []
      : await tagRecords(asked, input.tags, { store, release, tree: concordances.tree, ...effects });
  const tagged = tagSegments({ tags });
  await store.checkSegments(tagged);
  const within = async <T>(seen: Scope, use: (session: LakeSession) => Promise<T>): Promise<T> => {
    const session = await openLakeSession(release, store, seen, {
      memoryLimit,
      spillFolder: input.spillFolder,
      beside: tagged,
    });
    try {
      await showTags(session, { tags });
      return await use(session);
    } finally {
      session.close();
    }
  };
  step(0);
  const { rows, ground, place, totals } = await within(wholeOffice, async (session) => {
    const ground: PreviewGround = {
      ...{ release, areas, office: input.office, today: input.today },
      holdings: await holdingsOf(session),
    };
    const ours = await countNow(indicator, drafted, session, ground, { areas: wanted, periods });
    step(1);
    const theirs = await countNow(indicator, standing, session, ground, { areas: wanted, periods });
    step(2);
    const place = placeOf(ours.length === 0 ? theirs : ours, wanted, periods);
    const totals = place === null ? null : await changes(session, ground, place, 0);
    return { rows: beside(ours, theirs), ground, place, totals };
  });
  step(3);
  const seen = seesEverything(scope) ? wholeOffice : scope;
  const shown = place === null ? null : await within(seen, (session) => changes(session, ground, place, mostRows));
  step(steps);
  return {
    ...{ indicator, release: release.name, decimals: draft.decimals, rows, compared: place },
    added: changedOf(totals?.added, shown?.added),
    removed: changedOf(totals?.removed, shown?.removed),
  };

  async function changes(session: LakeSession, ground: PreviewGround, place: ComparedPlace, most: number) {
    if (draft === null) throw new OwnFault('no draft');
    return {
      added: await countedOnlyBy(draft, inForce, session, ground, place, most),
      removed:
        inForce === null ? { total: 0, rows: [] } : await countedOnlyBy(inForce, draft, session, ground, place, most),
    };
  }
}

/** What is counted from records for an indicator, itself or its parts; nothing where it is not among the definitions. */
function countedFor(indicator: string, definitions: readonly Definition[]): ComputedDefinition[] {
  if (!definitions.some(({ id }) => id === indicator)) return [];
  const ids = new Set(closureIds([indicator], definitions));
  return definitions.filter(isComputed).filter(({ id }) => ids.has(id));
}

/** The first area and the last period, in the first dataset with values; null where nothing is counted from records. */
function placeOf(
  rows: readonly FigureRow[],
  areas: readonly string[],
  periods: readonly string[],
): ComparedPlace | null {
  const [area, period, dataset] = [areas[0], periods.at(-1), rows[0]?.dataset];
  return area === undefined || period === undefined || dataset === undefined ? null : { area, period, dataset };
}

function changedOf(
  whole: Pick<ChangedRecords, 'total'> | undefined,
  seen: Pick<ChangedRecords, 'total' | 'rows'> | undefined,
): ChangedRecords {
  const [total, visible] = [whole?.total ?? 0, seen?.total ?? 0];
  return { total, visible, withheldByRight: total - visible, rows: seen?.rows ?? [] };
}

/** Values of both in one row each, in the order of the draft's. */
function beside(ours: readonly FigureRow[], theirs: readonly FigureRow[]): PreviewRow[] {
  const keyOf = (row: FigureRow) =>
    JSON.stringify([row.area, row.period, row.dataset, row.statistic, Object.entries(row.breakdown).sort(), row.unit]);
  const known = new Map(theirs.map((row) => [keyOf(row), row]));
  const keys = new Set(ours.map(keyOf));
  const told = (row: FigureRow | undefined) => (row === undefined ? null : { value: row.value, status: row.status });
  const rowOf = (row: FigureRow, draft: FigureRow | undefined, inForce: FigureRow | undefined): PreviewRow => {
    const { area, period, dataset, statistic, breakdown, unit } = row;
    return { area, period, dataset, statistic, breakdown, unit, draft: told(draft), inForce: told(inForce) };
  };
  return [
    ...ours.map((row) => rowOf(row, row, known.get(keyOf(row)))),
    ...theirs.filter((row) => !keys.has(keyOf(row))).map((row) => rowOf(row, undefined, row)),
  ];
}
