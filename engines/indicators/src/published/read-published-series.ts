import { isUnit, lastDayOf, nearestWord, parsePeriod, UserFault, units } from '@zhiheng/vocabulary';
import { type CsvRecord, csvRecords } from './csv-records.js';
import { type PublishedValue, publishedColumns, publishedStatuses } from './published-value.js';
import { referenceFault } from './reference-fault.js';

type Column = (typeof publishedColumns)[number];
type Row = Readonly<Record<Column, string>>;

/**
 * Reads a file of published series: header as in `publishedColumns`, a line a value. Throws `reference-wrong` with the
 * line and the column at fault: an unknown unit, a value that is no number, a date that does not exist, a value given
 * twice, or two scopes of one series in one area (they would share a row of the figure: give them two series).
 */
export function readPublishedSeries(csv: string, path: string): PublishedValue[] {
  const [header, ...records] = csvRecords(csv, path);
  if (header === undefined || header.fields.join() !== publishedColumns.join()) {
    const found = header?.fields.join() ?? '';
    throw wrong(
      path,
      header?.line ?? 1,
      null,
      'the header is not that of published series',
      found,
      publishedColumns.join(),
    );
  }
  const values = records.map((record) => readValue(record, path));
  refuseTwins(values);
  return values;
}

function readValue(record: CsvRecord, path: string): PublishedValue {
  const { line, fields } = record;
  const fault = (field: Column, found: string, expected: string, near?: string | null) =>
    wrong(path, line, field, `${field} is wrong`, found, expected, near);
  if (fields.length !== publishedColumns.length) {
    throw wrong(
      path,
      line,
      null,
      'the row is too short or too long',
      `${fields.length} fields`,
      `${publishedColumns.length} fields`,
    );
  }
  const row = Object.fromEntries(publishedColumns.map((name, index) => [name, fields[index] ?? ''])) as Row;
  for (const field of ['series', 'area', 'scope', 'source'] as const) {
    if (row[field] === '') throw fault(field, '', 'a text');
  }
  if (!isUnit(row.unit)) {
    throw fault('unit', row.unit, 'a unit of the vocabulary', nearestWord(row.unit, Object.keys(units)));
  }
  const status = publishedStatuses.find((word) => word === row.status);
  if (status === undefined) throw fault('status', row.status, publishedStatuses.join(', '));
  const bound = row.bound === '' ? null : row.bound;
  if (bound !== null && bound !== 'lower' && bound !== 'upper')
    throw fault('bound', row.bound, 'lower, upper or nothing');
  if (row.published_on !== '' && lastDayOf(row.published_on) === null) {
    throw fault('published_on', row.published_on, 'a day, a month, a year or nothing');
  }
  const precision = row.precision === '' ? null : number(row.precision);
  if (precision !== null && !(precision > 0)) throw fault('precision', row.precision, 'a number above 0 or nothing');
  const value = number(row.value);
  if (Number.isNaN(value)) throw fault('value', row.value, 'a decimal number');
  return {
    series: row.series,
    period: period(row.period, fault),
    value,
    digits: row.value,
    unit: row.unit,
    precision,
    area: row.area,
    scope: row.scope,
    bound,
    status,
    publishedOn: row.published_on === '' ? null : row.published_on,
    source: row.source,
    note: row.note === '' ? null : row.note,
    path,
    line,
  };
}

function number(text: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function period(text: string, fault: (field: Column, found: string, expected: string) => UserFault): string {
  try {
    return parsePeriod(text).period;
  } catch (error) {
    if (error instanceof UserFault) throw fault('period', text, error.detail.expected ?? 'a period');
    throw error;
  }
}

function refuseTwins(values: readonly PublishedValue[]): void {
  const seen = new Map<string, PublishedValue>();
  const scopes = new Map<string, PublishedValue>();
  for (const value of values) {
    const cell = [value.series, value.area, value.period].join('\n');
    const key = [cell, value.scope, value.publishedOn ?? ''].join('\n');
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw wrong(
        value.path,
        value.line,
        'published_on',
        `the value of line ${twin.line} is given again`,
        value.digits,
        'one value for each publication',
      );
    }
    const other = scopes.get(cell) ?? value;
    if (other.scope !== value.scope) {
      throw wrong(
        value.path,
        value.line,
        'scope',
        `line ${other.line} gives another scope for the same area`,
        value.scope,
        other.scope,
      );
    }
    seen.set(key, value);
    scopes.set(cell, value);
  }
}

function wrong(
  path: string,
  line: number,
  field: string | null,
  what: string,
  found: string,
  expected: string,
  near?: string | null,
): UserFault {
  return referenceFault({ path, line, field, what, found, expected, ...(near === undefined ? {} : { near }) });
}
