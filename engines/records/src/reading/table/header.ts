import { nearestWord, type Place, UserFault } from '@zhiheng/vocabulary';
import type { MappedField, Mapping } from './mapping.js';

/** Where each mapped field stands among the columns of a table. */
export type ColumnPlaces = ReadonlyMap<MappedField, number>;

/**
 * Finds the mapped columns in a header line; names are compared without the spaces around them.
 *
 * @throws UserFault `column-missing` for a column that is not there or there twice
 */
export function columnPlaces(header: readonly string[], mapping: Mapping, place: Place): ColumnPlaces {
  const names = header.map((name) => name.trim());
  return new Map(
    [...mapping.columns].map(([field, { from }]) => {
      const wanted = from.trim();
      const index = names.indexOf(wanted);
      if (index >= 0 && names.lastIndexOf(wanted) === index) return [field, index];
      const near = index < 0 ? nearName(wanted, names) : null;
      throw new UserFault('column-missing', {
        place: { ...place, field },
        found: names.join(', '),
        expected: index < 0 ? wanted : `${wanted} once`,
        ...(near === null ? {} : { didYouMean: near }),
      });
    }),
  );
}

/** A name that holds the wanted one or lies in it, `申请日期` for `申请日`; else the nearest by letters. */
function nearName(wanted: string, names: readonly string[]): string | null {
  const alike = names.find((name) => name !== '' && (name.includes(wanted) || wanted.includes(name)));
  return alike ?? nearestWord(wanted, names);
}
