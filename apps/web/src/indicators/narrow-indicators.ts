import type { IndicatorListItem, IndicatorValue } from '@zhiheng/office';
import { type FacetName, facetNames, type IndicatorsState } from './indicators-state.js';

/** Latest values by id; null until they are known. */
export type Values = ReadonlyMap<string, IndicatorValue> | null;

/** What an indicator is by each condition. */
export function facetOf(item: IndicatorListItem, name: FacetName, values: Values): string {
  switch (name) {
    case 'kind':
      return item.kind;
    case 'unit':
      return item.unit;
    case 'table':
      return item.table ?? 'none';
    case 'provisional':
      return item.provisional ? 'yes' : 'no';
    case 'values':
      return values?.has(item.id) === true ? 'yes' : 'no';
  }
}

/** True when every word sought stands in the text of the indicator; full-width letters are as good as others. */
export function matches({ sought }: Pick<IndicatorListItem, 'sought'>, words: string): boolean {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => sought.includes(word));
}

/** The indicators that meet the words and all conditions, or all but one. */
export function narrowed(
  items: readonly IndicatorListItem[],
  state: IndicatorsState,
  values: Values,
  but?: FacetName,
): IndicatorListItem[] {
  const asked = facetNames.filter((name) => name !== but && state[name] !== undefined);
  return items.filter(
    (item) => matches(item, state.words ?? '') && asked.every((name) => facetOf(item, name, values) === state[name]),
  );
}

/** Choices of one condition and how many indicators each leaves, the most first. */
export function choicesOf(
  items: readonly IndicatorListItem[],
  state: IndicatorsState,
  values: Values,
  name: FacetName,
): { readonly value: string; readonly count: number }[] {
  const counts = new Map(items.map((item) => [facetOf(item, name, values), 0]));
  for (const item of narrowed(items, state, values, name)) {
    const value = facetOf(item, name, values);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const asked = state[name];
  if (asked !== undefined && !counts.has(asked)) counts.set(asked, 0);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
