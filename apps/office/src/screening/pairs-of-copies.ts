import type { TextPair } from '@zhiheng/screening';

/** Equal texts up to so many are paired each with each; of more, each is paired with the earliest alone. */
export const mostEqual = 8;

/**
 * Pairs of one field with those of copies. Equal texts are compared as one, told by the earliest; what is asked of a pair (one holder, one
 * agency) can hold for copies and not for their earliest, so that few copies get pairs of their own: with each other, and with what is like
 * the earliest. Pairs that a text was recombined from stay as they are. `isEarlier`: whether an application comes before another in the order of filing.
 */
export function withCopies(pairs: readonly TextPair[], isEarlier: (one: string, other: string) => boolean): TextPair[] {
  const same = new Map<string, TextPair[]>();
  for (const pair of pairs) {
    if (pair.kind !== 'same') continue;
    const known = same.get(pair.a);
    if (known === undefined) same.set(pair.a, [pair]);
    else known.push(pair);
  }
  const equalTo = (number: string): readonly string[] => {
    const copies = same.get(number) ?? [];
    return copies.length < mostEqual ? [number, ...copies.map(({ b }) => b)] : [number];
  };
  const between = (pair: TextPair, one: string, other: string): TextPair => {
    const [a, b] = isEarlier(one, other) ? [one, other] : [other, one];
    return { ...pair, a, b };
  };
  const added: TextPair[] = [];
  for (const [earliest, [pair]] of same) {
    const copies = equalTo(earliest).slice(1);
    if (pair === undefined) continue;
    for (const [at, one] of copies.entries())
      for (const other of copies.slice(at + 1)) added.push(between(pair, one, other));
  }
  for (const pair of pairs) {
    if (pair.kind === 'same' || pair.kind === 'recombined') continue;
    for (const one of equalTo(pair.a))
      for (const other of equalTo(pair.b))
        if (one !== pair.a || other !== pair.b) added.push(between(pair, one, other));
  }
  return [...pairs, ...added];
}
