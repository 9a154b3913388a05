import type { ItemChangeKind, ItemComparison, TargetChangeKind } from '@zhiheng/programme';

/** What happened to an item; `same`: nothing. */
export const itemChangeWords: Readonly<Record<ItemChangeKind | 'same', string>> = {
  same: 'programme-compare.same',
  new: 'programme-compare.new',
  gone: 'programme-compare.gone',
  moved: 'programme-compare.moved',
  reworded: 'programme-compare.reworded',
  owners: 'programme-compare.owners',
};

export const targetChangeWords: Readonly<Record<TargetChangeKind, string>> = {
  new: 'programme-compare.new',
  gone: 'programme-compare.gone',
  tightened: 'programme-compare.tightened',
  loosened: 'programme-compare.loosened',
  limit: 'programme-compare.limit',
  unit: 'programme-compare.unit',
  due: 'programme-compare.due',
  kind: 'programme-compare.kind',
  direction: 'programme-compare.direction',
};

/** `changed` and each kind of change with the number of its items; `same` of those that did not change. */
export function countChanges(items: readonly ItemComparison[]): ReadonlyMap<string, number> {
  const kinds = Object.keys(itemChangeWords);
  const counted = kinds.map((kind) => [kind, items.filter((item) => shows(item, kind)).length] as const);
  return new Map([['changed', items.filter((item) => shows(item, 'changed')).length], ...counted]);
}

/** Whether an item is shown under a choice. */
export function shows({ changes }: ItemComparison, choice: string | undefined): boolean {
  if (choice === undefined) return true;
  if (choice === 'changed') return changes.length > 0;
  if (choice === 'same') return changes.length === 0;
  return changes.some((change) => change === choice);
}

/** What an item without a change is called: where words are not compared, it is only known to answer the other. */
export function sameWord(wordsCompared: boolean): string {
  return wordsCompared ? itemChangeWords.same : 'programme-compare.matched';
}
