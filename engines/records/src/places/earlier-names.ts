import type { PlaceLevel, PlaceName } from './place-names.js';

/** What `definitions/reference/area-names.csv` adds to the list of areas. */
export interface EarlierNames {
  /** Old names and further short forms. */
  readonly names: readonly PlaceName[];
  /** 粤 → 440000. */
  readonly letters: ReadonlyMap<string, string>;
  /** Codes of GB/T 2260 no longer listed, with the areas that followed. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** Reads `name,areas,kind,until,old_code,provisional`; areas that are not listed are left out. */
export function earlierNames(csv: string, levels: ReadonlyMap<string, PlaceLevel>): EarlierNames {
  const names: PlaceName[] = [];
  const letters = new Map<string, string>();
  const successors = new Map<string, readonly string[]>();
  for (const line of csv.split('\n').slice(1)) {
    const [name = '', areas = '', kind = '', , oldCode = ''] = line.trim().split(',');
    const codes = areas.split(' ').filter((code) => levels.has(code));
    const [first] = codes;
    if (first === undefined) continue;
    if (oldCode !== '') successors.set(oldCode, codes);
    if (kind === 'letter') letters.set(name, first);
    else {
      const form = kind === 'old-name' ? 'old' : kind === 'part' ? 'whole' : 'short';
      names.push(...codes.map((code) => ({ name, code, form, level: levels.get(code) ?? 'county' }) as const));
    }
  }
  return { names, letters, successors };
}
