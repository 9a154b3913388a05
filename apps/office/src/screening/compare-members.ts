import type { LakeSession } from '@zhiheng/lake';
import { compareTwo, type ReadTexts, type TextPair, type TextsOfApplication, type ToldPairs } from '@zhiheng/screening';

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

type Likeness = Pick<TextPair, 'field' | 'jaccard' | 'containment'>;

export interface ComparingMembers {
  readonly session: Pick<LakeSession, 'registerTable' | 'rows'>;
  /** Texts that were read; those that are missing are read into it. */
  readonly texts: ReadTexts;
  /** What was told of two texts before. */
  readonly told: ToldPairs;
  /** Digest of what is compared of an application; null: nothing is remembered of it. */
  readonly digestOf: (id: string) => string | null;
  /** Applications whose texts somebody will ask for anyway: read where any is. */
  readonly wanted: readonly string[];
}

/**
 * What is made by comparing applications by abstract or claim, whichever is nearer. Texts are read when they are asked for, then it is made again:
 * of most groups every member is paired with the core already, and what was told before is not asked again.
 */
export async function withTexts<Made>(
  { session, texts, told, digestOf, wanted }: ComparingMembers,
  make: (compare: (core: string, other: string) => TextPair) => Made,
): Promise<Made> {
  for (;;) {
    const missing = new Set<string>();
    const made = make((a, b) => {
      const likeness = told.tell('nearest', digestOf(a), digestOf(b), () => {
        const [one, other] = [texts.of(a), texts.of(b)];
        if (one !== undefined && other !== undefined) return nearestField(one, other);
        for (const id of [a, b]) if (texts.of(id) === undefined) missing.add(id);
        return undefined;
      });
      return { a, b, ...(likeness ?? unlike), kind: 'near' };
    });
    if (missing.size === 0) return made;
    await texts.read(session, [...missing, ...wanted]);
  }
}

/** Stands for what cannot be told yet. */
const unlike: Likeness = { field: 'abstract', jaccard: 0, containment: 0 };

function nearestField(one: TextsOfApplication, other: TextsOfApplication): Likeness {
  const told = (['abstract', 'claim'] as const).map((field): Likeness => {
    return { field, ...compareTwo(field, one[field] ?? '', other[field] ?? '') };
  });
  return told.reduce((best, found) => (found.jaccard > best.jaccard ? found : best));
}
