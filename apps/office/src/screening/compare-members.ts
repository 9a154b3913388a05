import type { LakeSession } from '@zhiheng/lake';
import { compareTwo, type TextPair } from '@zhiheng/screening';

/** Of each two applications the pair that is nearest, of abstracts and claims. One whose abstract is a copy can still have a claim of its own: none stands for another here. */
export function nearestOf(pairs: readonly TextPair[]): TextPair[] {
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
export async function comparing(
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
