import type { LakeSession } from '@zhiheng/lake';
import { compareTwo, type ReadTexts, type TextPair } from '@zhiheng/screening';

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

/**
 * What is made by comparing applications by abstract or claim, whichever is nearer. Texts are read when they are asked for, then it is made again:
 * of most groups every member is paired with the core already.
 */
export async function withTexts<Made>(
  session: LakeSession,
  texts: ReadTexts,
  make: (compare: (core: string, other: string) => TextPair) => Made,
): Promise<Made> {
  const compared = new Map<string, TextPair>();
  for (;;) {
    const missing = new Set<string>();
    const made = make((a, b) => {
      const key = `${a} ${b}`;
      const known = compared.get(key);
      if (known !== undefined) return known;
      const [one, other] = [texts.of(a), texts.of(b)];
      if (one === undefined) missing.add(a);
      if (other === undefined) missing.add(b);
      const told = (['abstract', 'claim'] as const).map((field): TextPair => {
        const found = compareTwo(field, one?.[field] ?? '', other?.[field] ?? '');
        return { a, b, field, ...found, kind: 'near' };
      });
      const nearest = told.reduce((best, pair) => (pair.jaccard > best.jaccard ? pair : best));
      if (one !== undefined && other !== undefined) compared.set(key, nearest);
      return nearest;
    });
    if (missing.size === 0) return made;
    await texts.read(session, missing);
  }
}
