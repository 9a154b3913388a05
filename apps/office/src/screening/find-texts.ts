import { availableParallelism } from 'node:os';
import type { LakeSession } from '@zhiheng/lake';
import {
  type ApplicationText,
  type CappedBucket,
  FormerPairs,
  groupPairs,
  type NearFiles,
  NearTexts,
  openNear,
  pairsVersion,
  ReadTexts,
  type StoredNear,
  usualNearSettings as settings,
  storeNear,
  type TextField,
  type TextGroup,
  type ToldPairs,
  takeOut,
} from '@zhiheng/screening';
import { dayNumber, type OnProgress, OwnFault } from '@zhiheng/vocabulary';
import { nearestOf, withTexts } from './compare-members.js';
import type { FoundTexts } from './found-texts.js';
import type { KeptTexts } from './kept-texts.js';
import { cameSql, digestsOfBodies, leftTexts, textColumns, textFields } from './known-texts.js';
import type { PairsOfField } from './pair-parts.js';

/** Fewer texts are compared before threads would have begun. */
const textsForThreads = 20_000;
/** Members of a group are as near to its core. Titles make no group: chance brings short texts together. */
const leastOfGroup = 0.5;
const stages = { title: 'titles', abstract: 'abstracts', claim: 'claims' } as const;

/** What texts are found by. */
export interface FindingTexts {
  /** Sees the whole office, and knows which texts came and which left (`compareKnownTexts`). */
  readonly session: LakeSession;
  /** What an earlier run kept of the texts of `text_before`; null: nothing. */
  readonly before: Pick<KeptTexts, 'near' | 'pairs'> | null;
  readonly files: NearFiles;
  /** Groups of the run before, whose lineage is told. */
  readonly former: readonly TextGroup[];
  /** What was told of two texts before. */
  readonly told: ToldPairs;
  /** Applications of which a text may be another than before; null: of all. */
  readonly came: ReadonlySet<string> | null;
  /** Applications with a text. */
  readonly documents: number;
  readonly onProgress: OnProgress;
}

interface FoundInField {
  readonly pairs: PairsOfField;
  readonly capped: readonly CappedBucket[];
  readonly classes: number;
  readonly compared: number;
  readonly stored: StoredNear;
}

/**
 * Finds what is alike in the texts of a release, field by field, then groups of what is near in abstracts or claims. Texts that are known are not
 * read again, but where something is compared with them; what comes out is what comes of taking in everything anew. Throws `segment-damaged`.
 */
export async function findTexts(finding: FindingTexts): Promise<FoundTexts> {
  const { session, former, documents, told, came, onProgress } = finding;
  const found: FoundInField[] = [];
  for (const [index, field] of textFields.entries()) {
    onProgress({ stage: stages[field], done: index, total: textFields.length, unit: 'steps' });
    found.push(await findInField(finding, field));
  }
  onProgress({ stage: 'grouping', done: 0, total: null, unit: 'steps' });
  const columns = found.map((one) => one.pairs);
  const bodies = columns.flatMap((one) => (one.columns.field === 'title' ? [] : [one.columns]));
  const pairs = bodies.flatMap((one) => one.all());
  const days = new Map(bodies.flatMap((one) => [...one.days()]));
  const near = nearestOf(pairs);
  const dayOf = (number: string) => days.get(number) ?? null;
  const texts = new ReadTexts();
  const paired = [...new Set(near.flatMap(({ a, b }) => [a, b]))];
  const digests = await digestsOfBodies(session, paired);
  // What rules are going to ask is read along with what groups are made by.
  const wanted = near.flatMap(({ a, b }) => (came === null || came.has(a) || came.has(b) ? [a, b] : []));
  const groups = await withTexts(
    { session, texts, told, digestOf: (id) => digests.get(id) ?? null, wanted },
    (compare) => groupPairs({ pairs: near, floor: leastOfGroup, former, dayOf, compare }),
  );
  const sum = (count: 'classes' | 'compared') => found.reduce((total, one) => total + one[count], 0);
  const stored = textFields.map((field, index) => [field, found[index]?.stored] as const);
  return {
    ...{ documents, classes: sum('classes'), candidates: sum('compared'), capped: found.flatMap((one) => one.capped) },
    ...{ columns, pairs, groups, texts, near: Object.fromEntries(stored) as KeptTexts['near'] },
  };
}

async function findInField({ session, before, files }: FindingTexts, field: TextField): Promise<FoundInField> {
  const how = { field, settings };
  const left = await leftTexts(session, field);
  const news = await textsThatCame(session, field);
  const opened = before === null ? null : await openNear(before.near[field], how, files);
  if (before !== null && opened === null) throw new OwnFault('texts that another version kept are no beginning');
  const pairsBefore = opened !== null && before?.pairs === pairsVersion ? new FormerPairs(opened) : null;
  if (opened !== null && left.size > 0) takeOut(opened, left);
  const threads = { count: threadsFor(news.length) };
  const near = new NearTexts(
    { ...how, threads, textsOf: (numbers) => textsOf(session, field, numbers) },
    opened ?? undefined,
  );
  await near.take(news);
  const { capped, classes } = near.counts();
  const former = before?.near[field] ?? null;
  const unchanged = former !== null && left.size === 0 && news.length === 0;
  const stored = unchanged ? former : await storeNear(near.state, how, files, former);
  const columns = near.pairColumns();
  const changed = pairsBefore === null ? null : columns.changedSince(pairsBefore);
  return { pairs: { columns, changed }, capped, classes, compared: near.compared, stored };
}

async function textsThatCame(session: LakeSession, field: TextField): Promise<ApplicationText[]> {
  const texts: ApplicationText[] = [];
  await session.keep('text_came', `SELECT n.id, n.filed_on FROM ${cameSql(field)}`);
  const batches = session.stream<{ number: string; filed: string | null; text: string }>(
    `SELECT t.id AS number, c.filed_on AS filed, t.${textColumns[field]} AS text FROM changed_text AS t JOIN text_came AS c ON c.id = t.id`,
  );
  for await (const rows of batches)
    for (const { number, filed, text } of rows)
      texts.push({ number, day: filed === null ? null : dayNumber(filed), text });
  return texts;
}

/** Texts of applications, in the order of their numbers. */
async function textsOf(session: LakeSession, field: TextField, numbers: readonly string[]): Promise<string[]> {
  await session.registerTable(
    'compared_text',
    { id: 'text' },
    numbers.map((number) => [number]),
  );
  const rows = await session.rows<{ id: string; text: string | null }>(
    `SELECT t.id, t.${textColumns[field]} AS text FROM patent_texts AS t JOIN compared_text AS c ON c.id = t.id`,
  );
  const texts = new Map(rows.map(({ id, text }) => [id, text ?? '']));
  return numbers.map((number) => texts.get(number) ?? '');
}

const threadsFor = (texts: number) => (texts < textsForThreads ? 0 : Math.min(availableParallelism(), 4));
