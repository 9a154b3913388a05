import type { Dataset } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';
import type { ColumnReader } from './column-reader.js';
import type { Mapping } from './mapping.js';
import type { TableContext } from './row-record.js';

/** What every row says of its record: where it is kept, and its number as given. */
export interface RowHead {
  readonly office: string;
  readonly dataset: Dataset;
  readonly given: string;
}

/** Throws `RecordFault` `field-missing` for a row without `what`. */
export function rowHead(
  columns: ColumnReader,
  fields: readonly string[],
  { mapping: { defaults }, context }: { readonly mapping: Mapping; readonly context: TableContext },
  what: string,
): RowHead {
  const given = columns.text(fields, 'number');
  if (given === null) throw new RecordFault('field-missing', 'number', null, what);
  return {
    office: columns.text(fields, 'office') ?? defaults.office ?? context.office,
    dataset: defaults.dataset ?? 'real',
    given,
  };
}

/**
 * An amount of money of a row, with two places at most: `1,250,000.5` → `1250000.5`; null when blank.
 *
 * @throws RecordFault `value-wrong`
 */
export function rowAmount(columns: ColumnReader, fields: readonly string[]): string | null {
  const given = columns.text(fields, 'amount');
  if (given === null) return null;
  const plain = given.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (/^\d{1,15}(?:\.\d{1,2})?$/.test(plain)) return plain;
  throw new RecordFault(
    'value-wrong',
    'amount',
    given,
    'an amount with at most two places, in the unit of its currency',
  );
}

/** Names of a list, joined; null for none. */
export function joinedNames(names: readonly string[]): string | null {
  const told = names.filter((name) => name !== '');
  return told.length === 0 ? null : told.join('; ');
}
