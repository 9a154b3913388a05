import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkTable } from '../src/definition-file/check-table.js';
import { readTables } from '../src/definition-file/read-tables.js';
import { tableSchema } from '../src/definition-file/table-schema.js';
import { committed, context, tableText } from './small-table.js';

const folder = join(committed, 'tables');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const validate = new Ajv2020({ allErrors: true }).compile(tableSchema());

describe('the tables that come with the software', () => {
  it('are read without a fault', () => {
    const readings = readTables(committed, context);
    expect(readings.map(({ id, fault }) => [id, fault])).toEqual([
      ['business-environment', null],
      ['monthly-bulletin', null],
      ['performance-evaluation', null],
      ['yearly', null],
    ]);
    // No official form was at hand: none says that it is one.
    for (const { table } of readings) {
      expect(table?.provisional).toBe(true);
      expect(table?.metadata).toEqual({ maker: null, recorder: null, recordNumber: null, validUntil: null });
    }
  });

  it('have the committed schema', () => {
    // Written with `node scripts/write-table-schema.mjs`.
    expect(JSON.parse(readFileSync(join(folder, 'table.schema.json'), 'utf8'))).toEqual(tableSchema());
  });

  it.each(names)('%s has its form and names it', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=table.schema.json');
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });
});

const sheet = (rows: string, columns: string, more = '') => `
  - id: one
    names: { zh-Hans: 表, zh-Hant: 表, en: Table }
    rows:
${rows}
    columns:
${columns}
${more}`;
const all = '      - { id: all, indicator: patent-grants, area: ALL, names: { zh-Hans: 总, zh-Hant: 總, en: All } }';
const year = '      - { id: year, names: { zh-Hans: 年, zh-Hant: 年, en: Year } }';
const faultsOf = (text: string) =>
  checkTable(tableText(text), 'tables/small.yaml', context).faults.map(({ line, field, message, found }) => ({
    line,
    field,
    message,
    found,
  }));

describe('a wrong table', () => {
  it('has none of these faults where it is right', () => {
    expect(faultsOf(sheet(all, year))).toEqual([]);
  });

  it.each([
    [
      'an indicator that there is not',
      sheet(all.replace('patent-grants', 'patent-grant'), year),
      'did you mean patent-grants?',
    ],
    ['an area that there is not', sheet(all.replace('ALL', '"449900"'), year), 'no area has this code'],
    [
      'a part that there is not',
      sheet(all, year.replace('names', 'breakdown: { kind: inventions }, names')),
      'did you mean invention?',
    ],
    [
      'a dimension that there is not',
      sheet(all, year.replace('names', 'breakdown: { kinds: invention }, names')),
      'did you mean kind?',
    ],
    [
      'a statistic of a count',
      sheet(all.replace('area', 'statistic: mean, area'), year),
      'patent-grants has no statistics',
    ],
    [
      'a duration without one',
      sheet(all.replace('patent-grants', 'invention-pendency'), year),
      'of which there are statistics',
    ],
    ['a unit of another thing', sheet(all.replace('area', 'unit: months, area'), year), 'cannot be told in this unit'],
    [
      'an origin without values',
      sheet(all.replace('patent-grants', 'patent-applications-net').replace('area', 'origin: published, area'), year),
      'no values of this origin',
    ],
    ['the same said twice', sheet(all, year.replace('names', 'area: CN, names')), 'row and column both say area'],
    ['no indicator', sheet(all.replace('indicator: patent-grants, ', ''), year), 'the cell has no indicator'],
    ['no area', sheet(all.replace('area: ALL, ', ''), year), 'the cell has no area'],
    ['an id twice', sheet(`${all}\n${all}`, year), 'an id is given twice'],
    ['a sum of nothing', sheet(all, year, '    row_sums: [{ total: all, parts: [al] }]'), 'did you mean all?'],
    [
      'a total in itself',
      sheet(all, year, '    row_sums: [{ total: all, parts: [all] }]'),
      'a total is no part of itself',
    ],
    [
      'a rest that no sum leaves',
      sheet(`${all}\n      - { id: other, rest_of: all, names: { zh-Hans: 余, zh-Hant: 餘, en: Other } }`, year),
      'no sum of rows has this row',
    ],
    [
      'memo rows of no province',
      sheet(all.replace('area', 'memo: true, area'), year),
      'only a set of provinces has memo rows',
    ],
    ['an unknown key', sheet(all.replace('area', 'arae: CN, area'), year), 'the key arae is not known here'],
    ['no rows', sheet('', year).replace('    rows:\n', ''), 'the sheet has no rows'],
  ])('tells %s at its place', (_, text, message) => {
    const faults = faultsOf(text);
    expect(faults.map((fault) => fault.message).join('; ')).toContain(message);
    for (const { line } of faults) expect(line).toBeGreaterThan(8);
  });

  it('tells line and column, what was found and what would be right', () => {
    const text = tableText(sheet(all, year)).replace('period: year', 'period: yearr');
    expect(checkTable(text, 'tables/small.yaml', context)).toEqual({
      ok: false,
      faults: [
        {
          ...{ file: 'tables/small.yaml', line: 4, column: 9, field: 'period', code: 'table-wrong' },
          message: 'period is not known (did you mean year?)',
          ...{ found: 'yearr', expected: 'month, quarter, half, year', didYouMean: 'year' },
        },
      ],
    });
  });
});
