/**
 * Whether an area lies in one of those given, by GB/T 2260 codes: a province means its cities and counties, a city its
 * counties. Codes of another form (`CN`, `US`) lie only in themselves; `everywhere` holds them all.
 */
export function covers(areas: 'everywhere' | readonly string[], area: string): boolean {
  return areas === 'everywhere' || areas.some((outer) => area === outer || within(area, outer));
}

function within(inner: string, outer: string): boolean {
  if (!/^\d{6}$/.test(inner) || !/^\d{6}$/.test(outer)) return false;
  if (outer.endsWith('0000')) return inner.startsWith(outer.slice(0, 2));
  return outer.endsWith('00') && inner.startsWith(outer.slice(0, 4));
}
