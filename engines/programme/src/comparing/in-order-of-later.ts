/** A row of a comparison by indices; one of both is null where there is but one. */
export interface ComparedRow {
  readonly before: number | null;
  readonly after: number | null;
  readonly likeness: number | null;
}

/** Rows in the order of the later side; what is gone follows the row of what stood before it. */
export function inOrderOfLater(
  before: number,
  after: number,
  pairs: readonly { readonly before: number; readonly after: number; readonly likeness: number }[],
): ComparedRow[] {
  const ofAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const matched = new Set(pairs.map((pair) => pair.before));
  /** What is gone by the index of the last one before it that is still there; -1 for what stood first. */
  const gone = new Map<number, number[]>();
  let last = -1;
  for (let index = 0; index < before; index += 1) {
    if (matched.has(index)) last = index;
    else gone.set(last, [...(gone.get(last) ?? []), index]);
  }
  const goneAfter = (index: number): ComparedRow[] =>
    (gone.get(index) ?? []).map((one) => ({ before: one, after: null, likeness: null }));
  const rows = Array.from({ length: after }, (_, index) => {
    const pair = ofAfter.get(index);
    const row = { before: pair?.before ?? null, after: index, likeness: pair?.likeness ?? null };
    return pair === undefined ? [row] : [row, ...goneAfter(pair.before)];
  });
  return [...goneAfter(-1), ...rows.flat()];
}
