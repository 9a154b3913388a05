import type { StockCondition } from '../definition.js';

/** What records can meet of the conditions of a stock: each of them, and each two; the bits of both in a set of conditions. */
export function conditionValues(conditions: readonly Pick<StockCondition, 'id'>[]) {
  return [
    ...conditions.map(({ id }, index) => ({ bits: 2 ** index, value: id })),
    ...conditions.flatMap((one, index) =>
      conditions.slice(index + 1).map((other, behind) => ({
        bits: 2 ** index + 2 ** (index + 1 + behind),
        value: `${one.id}+${other.id}`,
      })),
    ),
  ];
}
