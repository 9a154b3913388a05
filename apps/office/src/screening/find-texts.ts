import { availableParallelism } from 'node:os';
import type { LakeSession } from '@zhiheng/lake';
import {
  type ApplicationText,
  type CappedBucket,
  compareTwo,
  groupPairs,
  NearTexts,
  type TextField,
  type TextGroup,
  type TextPair,
} from '@zhiheng/screening';
import { dayNumber, type OnProgress } from '@zhiheng/vocabulary';
import type { FoundTexts } from './found-texts.js';
import { withCopies } from './pairs-of-copies.js';

const columns = { title: 'title', abstract: 'abstract', claim: 'first_claim' } as const;
const fields = Object.keys(columns) as TextField[];
/** Fewer texts are compared before threads would have begun. */
const textsForThreads = 20_000;
/** Members of a group are as near to its core. Titles make no group: chance brings short texts together. */
const leastOfGroup = 0.5;

/**
 * Finds what is alike in the texts of a release, in a session that sees the whole office: field by field, then groups of what is near in
 * abstracts or claims. `former`: the groups of the run before, whose lineage is told.
 */
export async function findTexts(
  session: LakeSession,
  former: readonly TextGroup[],
  onProgress: OnProgress,
): Promise<FoundTexts> {
  const all = { pairs: [] as TextPair[], capped: [] as CappedBucket[], classes: 0, compared: 0 };
  const days = new Map<string, number | null>();
  for (const [index, field] of fields.entries()) {
    onProgress({ stage: 'texts', done: index, total: fields.length, unit: 'steps' });
    const texts = await textsOf(session, field);
    for (const { number, day } of texts) days.set(number, day);
    const near = new NearTexts({ field, threads: { count: threadsFor(texts.length) } });
    await near.take(texts);
    const found = near.pairs();
    for (const pair of withCopies(found.pairs, placesOf(texts))) all.pairs.push(pair);
    all.capped.push(...found.capped);
    all.classes += found.classes;
    all.compared += near.compared;
  }
  onProgress({ stage: 'texts', done: fields.length, total: fields.length, unit: 'steps' });
  const near = nearestOf(all.pairs);
  const groups = groupPairs({
    ...{ pairs: near, floor: leastOfGroup, former },
    dayOf: (number) => days.get(number) ?? null,
    compare: await comparing(session, near),
  });
  return {
    ...{ documents: days.size, classes: all.classes, candidates: all.compared },
    ...{ pairs: all.pairs, groups, capped: all.capped },
  };
}

async function textsOf(session: LakeSession, field: TextField): Promise<ApplicationText[]> {
  const texts: ApplicationText[] = [];
  const batches = session.stream<{ number: string; filed: string | null; text: string }>(
    `SELECT t.id AS number, p.filed_on AS filed, t.${columns[field]} AS text
     FROM patent_texts AS t JOIN patents AS p ON p.id = t.id WHERE t.${columns[field]} <> ''`,
  );
  for await (const rows of batches)
    for (const { number, filed, text } of rows)
      texts.push({ number, day: filed === null ? null : dayNumber(filed), text });
  return texts;
}

const threadsFor = (texts: number) => (texts < textsForThreads ? 0 : Math.min(availableParallelism(), 4));

/** Tells the place of a number in the order of filing; those without a day come last. */
function placesOf(texts: readonly ApplicationText[]): (number: string) => number {
  const last = Number.MAX_SAFE_INTEGER;
  const order = [...texts].sort((a, b) => (a.day ?? last) - (b.day ?? last) || (a.number < b.number ? -1 : 1));
  const places = new Map(order.map(({ number }, index) => [number, index]));
  return (number) => places.get(number) ?? last;
}

/** Of each two applications the pair that is nearest, of abstracts and claims. One whose abstract is a copy can still have a claim of its own: none stands for another here. */
function nearestOf(pairs: readonly TextPair[]): TextPair[] {
  const nearest = new Map<string, TextPair>();
  for (const pair of pairs) {
    if (pair.field === 'title') continue;
    const key = `${pair.a} ${pair.b}`;
    const known = nearest.get(key);
    if (known === undefined || pair.jaccard > known.jaccard)
      nearest.set(key, pair.kind === 'same' ? { ...pair, kind: 'near' } : pair);
  }
  return [...nearest.values()];
}

/** Compares two of the applications that are in a pair by abstract or claim, whichever is nearer. */
async function comparing(
  session: LakeSession,
  pairs: readonly TextPair[],
): Promise<(core: string, other: string) => TextPair> {
  const numbers = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  await session.registerTable(
    'paired_application',
    { id: 'text' },
    numbers.map((id) => [id]),
  );
  const rows = await session.rows<{ id: string; abstract: string | null; claim: string | null }>(
    `SELECT t.id, t.abstract, t.first_claim AS claim FROM patent_texts AS t JOIN paired_application AS p ON p.id = t.id`,
  );
  const texts = new Map(rows.map((row) => [row.id, row]));
  return (a, b) => {
    const told = (['abstract', 'claim'] as const).map((field): TextPair => {
      const found = compareTwo(field, texts.get(a)?.[field] ?? '', texts.get(b)?.[field] ?? '');
      return { a, b, field, ...found, kind: 'near' };
    });
    return told.reduce((one, other) => (other.jaccard > one.jaccard ? other : one));
  };
}
