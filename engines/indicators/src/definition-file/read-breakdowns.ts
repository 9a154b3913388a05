import type { SheetMap } from '@zhiheng/sheets';
import type { Breakdown } from '@zhiheng/vocabulary';
import type { Combination } from '../definition.js';
import { type Dimension, dimensionOf } from '../dimensions.js';

/** Dimensions that a definition can be broken down by, by name. */
export type KnownDimensions = ReadonlyMap<string, Dimension>;

/** Reads `breakdowns: [kind, [kind, holder_type]]`: a name, or a list of names that are told together. */
export function readBreakdowns(map: SheetMap, known: KnownDimensions): Combination[] {
  const seen = new Set<string>();
  return map.lists('breakdowns').flatMap(({ items, note }) => {
    for (const [index, found] of items.entries()) {
      if (!known.has(found)) {
        note({ what: 'figures are not broken down so', found, expected: [...known.keys()].join(', ') }, [
          ...known.keys(),
        ]);
      } else if (items.indexOf(found) !== index) {
        note({ what: `${found} stands twice in one combination`, found, expected: 'each dimension once' });
      }
    }
    const key = [...items].sort().join();
    if (seen.has(key)) note({ what: 'the combination is named twice', found: items.join(', '), expected: 'each once' });
    seen.add(key);
    return [items];
  });
}

/** Reads `{ kind: invention, holder_type: university }`; each dimension must be known, and each value one of it. */
export function readBreakdown(map: SheetMap | null, known: KnownDimensions): Breakdown {
  if (map === null) return {};
  const breakdown = Object.fromEntries(
    map.keys().flatMap((name) => {
      const dimension = known.get(name);
      return dimension === undefined ? [] : [[name, readValue(map, dimension)]];
    }),
  );
  for (const name of known.keys()) map.has(name);
  map.close();
  return breakdown;
}

/** The dimensions of these names; those that no record has are left out. */
export function dimensionsNamed(names: Iterable<string>): KnownDimensions {
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const dimension = dimensionOf(name, null);
      return dimension === null ? [] : [[name, dimension] as const];
    }),
  );
}

function readValue(map: SheetMap, { name, values, form }: Dimension): string {
  if (values !== null) return map.choice(name, values);
  const value = map.text(name);
  if (value !== '' && form !== null && !form.test(value)) {
    map.note(name, {
      what: `${name} has the wrong form`,
      found: value,
      expected: name === 'ipc_subclass' ? 'a subclass such as H01L' : 'a code such as 1',
    });
  }
  return value;
}
