import type { AreaDirectory } from '@zhiheng/vocabulary';

/** The provincial units that make up `CN` or `CN-ML`; no other area is the sum of known parts. */
export function partsOf(areas: AreaDirectory, area: string): readonly string[] {
  if (area !== 'CN' && area !== 'CN-ML') return [];
  return areas
    .provinces()
    .map((province) => province.code)
    .filter((code) => areas.within(code, area));
}
