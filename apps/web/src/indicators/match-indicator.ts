import type { IndicatorListItem } from '@zhiheng/office';

/** True when every word sought stands in the id or in a name of any language. */
export function matches(item: Pick<IndicatorListItem, 'id' | 'names'>, sought: string): boolean {
  const text = [item.id, ...Object.values(item.names)].join('\n').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
