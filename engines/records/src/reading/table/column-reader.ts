import type { Day } from '@zhiheng/vocabulary';
import { type DayReader, dayReader } from '../calendar-day.js';
import { RecordFault } from '../record-fault.js';
import type { ColumnPlaces } from './header.js';
import type { DayField, ListField, MappedField, Mapping, TextField } from './mapping.js';

type Fields = readonly string[];

/** Reads the columns of a row by their canonical names: blank is null, words go through the codes of the mapping. */
export class ColumnReader {
  readonly #texts = new Map<MappedField, (fields: Fields) => string | null>();
  readonly #given = new Map<MappedField, (fields: Fields) => string | null>();
  readonly #days = new Map<DayField, (fields: Fields) => Day | null>();
  readonly #lists = new Map<ListField, (fields: Fields) => readonly string[]>();

  constructor(mapping: Mapping, places: ColumnPlaces) {
    for (const [field, rule] of mapping.columns) {
      const index = places.get(field) ?? -1;
      // The kind of a patent is told with its number: `rowKind` decodes it.
      const codes = mapping.table === 'patents' && field === 'kind' ? null : rule.codes;
      const read = textReader(field, index, codes);
      this.#given.set(field, textReader(field, index, null));
      this.#texts.set(field, read);
      const days = rule.date === null ? null : dayReader(rule.date);
      if (days !== null) this.#days.set(field as DayField, dayColumn(field, index, days, rule.date ?? ''));
      this.#lists.set(field as ListField, listColumn(field, index, rule.split, rule.codes));
    }
  }

  /** Null when blank or not mapped. */
  text(fields: Fields, field: TextField): string | null {
    return this.#texts.get(field)?.(fields) ?? null;
  }

  /** The source's own word, before `codes`; null when blank or not mapped. */
  given(fields: Fields, field: TextField): string | null {
    return this.#given.get(field)?.(fields) ?? null;
  }

  /** Null when blank or not mapped. Throws `date-wrong`. */
  day(fields: Fields, field: DayField): Day | null {
    return this.#days.get(field)?.(fields) ?? null;
  }

  /** The entries in order, blank ones kept so that lists stay beside each other; none when blank or not mapped. */
  list(fields: Fields, field: ListField): readonly string[] {
    return this.#lists.get(field)?.(fields) ?? [];
  }

  has(field: MappedField): boolean {
    return this.#texts.has(field);
  }
}

function textReader(field: MappedField, index: number, codes: ReadonlyMap<string, string> | null) {
  return (fields: Fields): string | null => {
    const given = fields[index]?.trim() ?? '';
    if (given === '') return null;
    return codes === null ? given : decoded(field, given, codes);
  };
}

function dayColumn(field: MappedField, index: number, read: DayReader, pattern: string) {
  return (fields: Fields): Day | null => {
    const given = fields[index]?.trim() ?? '';
    if (given === '') return null;
    const day = read(given);
    if (day !== null) return day;
    throw new RecordFault('date-wrong', field, given, `a day of the calendar up to 2100, as ${pattern}`);
  };
}

function listColumn(
  field: MappedField,
  index: number,
  split: string | null,
  codes: ReadonlyMap<string, string> | null,
) {
  return (fields: Fields): readonly string[] => {
    const given = fields[index]?.trim() ?? '';
    if (given === '') return [];
    const entries = split === null ? [given] : given.split(split).map((entry) => entry.trim());
    return codes === null ? entries : entries.map((entry) => (entry === '' ? '' : decoded(field, entry, codes)));
  };
}

function decoded(field: MappedField, given: string, codes: ReadonlyMap<string, string>): string {
  const value = codes.get(given);
  if (value !== undefined) return value;
  throw new RecordFault('value-wrong', field, given, `one of ${[...codes.keys()].join(', ')}`);
}
