import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { CheckAnswer, CheckRowsAnswer, CommandOutcome, SynthesisAnswer } from '@zhiheng/office';
import { AddressReader } from '@zhiheng/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaceSheets } from '../src/place-sheets.js';
import { SmallOffice } from './small-office.js';

const shipped = join(import.meta.dirname, '../../../definitions');
const years = ['2018', '2019', '2020', '2021', '2022', '2023'];

/** Plain rows of a CSV of truth: no field of it is quoted. */
function rowsOf(csv: string): Record<string, string>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, index) => [names[index] ?? '', field])));
}

const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** A synthetic office with faults in it, loaded like any other: what is found and computed against its truth. */
describe('the synthetic office in the office', () => {
  const small = new SmallOffice();
  const out = join(small.path, 'synthetic');
  const ask = async <T>(name: string, input: object) => (await small.run(name, input)) as CommandOutcome<T>;
  const truthFile = (name: string) => readFileSync(join(out, name), 'utf8');
  let made: SynthesisAnswer;
  let checks: CheckAnswer[];
  let dirt: Record<string, string>[];
  beforeAll(async () => {
    cpSync(join(shipped, 'checks'), join(small.definitions, 'checks'), { recursive: true });
    for (const name of [
      ...['patents-in-force.yaml', 'patents-in-force-by-owner.yaml', 'licence-fee-rate.yaml'],
      ...['pledge-items-from-records.yaml', 'pledge-amount-from-records.yaml'],
      ...['trademark-applications-from-records.yaml', 'trademarks-in-force-from-records.yaml'],
    ]) {
      copyFileSync(join(shipped, 'indicators', name), join(small.definitions, 'indicators', name));
    }
    made = (await ask<SynthesisAnswer>('synthesise', { patents: 5000, marks: 1200, dirt: 2, seed: 77, out })).json;
    const inFolder = (name: string) => join(out, name);
    await small.run('load', { paths: made.files.map(inFolder), mapping: made.mappings.map(inFolder) });
    checks = (await ask<CheckAnswer[]>('check', {})).json;
    dirt = rowsOf(truthFile('truth-dirt.csv'));
  });
  afterAll(() => small.remove());

  const planted = (sort: string) => dirt.filter((row) => row.sort === sort);

  it('has each planted fault found by its check, and nothing else', async () => {
    expect(checks.filter(({ ran }) => !ran)).toEqual([]);
    const expected = tally(planted('check').map((row) => row.found_by ?? ''));
    expect(Object.keys(expected).length).toBeGreaterThan(45);
    expect(Object.fromEntries(checks.flatMap(({ id, count }) => (count ? [[id, count]] : [])))).toEqual(expected);
    for (const id of Object.keys(expected)) {
      const { rows } = (await ask<CheckRowsAnswer>('check-rows', { id, limit: 100 })).json;
      const numbers = planted('check').flatMap((row) => (row.found_by === id ? [row.number ?? ''] : []));
      const named = (row: { id: string }) => numbers.find((number) => row.id.includes(number)) ?? row.id;
      expect(rows.map(named).sort(), id).toEqual(numbers.sort());
    }
  });

  it('has each row that is none quarantined by its code, where it stands', async () => {
    const held = (await ask<{ file: string; line: number; code: string }[]>('quarantine-list', {})).json;
    const found = held.map(({ file, line, code }) => `${basename(file)} ${line} ${code}`);
    expect(found.sort()).toEqual(
      planted('quarantine')
        .map((row) => `${row.file} ${row.line} ${row.found_by}`)
        .sort(),
    );
  });

  it('computes to its truth', async () => {
    const accept = checks.flatMap(({ id, severity, count }) =>
      severity === 'error' && count ? [{ check: id, reason: 'planted' }] : [],
    );
    await small.run('release-create', { name: 'planted', accept });
    await small.run('compute', {});
    const truth = JSON.parse(truthFile('truth.json'));
    const figures = async (indicator: string, area: readonly string[] = ['ALL']) => {
      const input = { indicator, period: years, area, origin: 'computed' };
      return (await ask<FigureRow[]>('figure', input)).json;
    };
    const total = async (indicator: string) =>
      Object.fromEntries((await figures(indicator)).map(({ period, value }) => [period, value]));
    const sums = (byKind: Record<string, Record<string, number>>, key: (year: string) => string) =>
      Object.fromEntries(
        years.map((year) => [year, Object.values(byKind).reduce((sum, of) => sum + (of[key(year)] ?? 0), 0)]),
      );
    const end = (year: string) => `${year}-12-31`;
    expect(await total('patent-applications')).toEqual(sums(truth.applications, (year) => year));
    expect(await total('patent-grants')).toEqual(sums(truth.grants, (year) => year));
    expect(await total('patents-in-force')).toEqual(sums(truth.inForce, end));
    const pledges = (of: 'deeds' | 'amount') =>
      Object.fromEntries(years.map((year) => [year, truth.deeds.质押[year]?.[of] ?? 0]));
    expect(await total('pledge-items-from-records')).toEqual(pledges('deeds'));
    expect(await total('pledge-amount-from-records')).toEqual(pledges('amount'));
    expect(Object.values(pledges('amount')).some((amount) => amount > 0)).toBe(true);
    const fees = Object.values(truth.licenceFees as Record<string, { contracts: number }>);
    const contracts = (await figures('licence-fee-rate')).filter(({ statistic }) => statistic === 'n');
    expect(contracts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(
      fees.reduce((sum, fee) => sum + fee.contracts, 0),
    );
    expect(await total('trademark-applications-from-records')).toEqual(
      Object.fromEntries(years.map((year) => [year, truth.marks.applications[year]])),
    );
    expect(await total('trademarks-in-force-from-records')).toEqual(
      Object.fromEntries(years.map((year) => [year, truth.marks.inForce[end(year)]])),
    );
    const provinces = ['110000', '310000', '320000', '440000'];
    const areas = await figures('patents-in-force-by-owner', provinces);
    expect(areas).toHaveLength(provinces.length * years.length);
    for (const { area, period, value } of areas) {
      expect(value, `${area} ${period}`).toBe(truth.inForceByArea[area][end(period)]);
    }
    // Transfers move the stock and not the flow: some of these figures differ from those by area at filing.
    const byFiling = await figures('patents-in-force', provinces);
    expect(byFiling.map(({ value }) => value)).not.toEqual(areas.map(({ value }) => value));
  });

  it('has addresses that are read as the area meant, or as one that holds it', async () => {
    const reader = new AddressReader(await readPlaceSheets(shipped));
    const told = new Map(
      rowsOf(truthFile('truth-addresses.csv')).map((row) => [`${row.table} ${row.number} ${row.position}`, row]),
    );
    const wrong: string[] = [];
    let exact = 0;
    let all = 0;
    for (const name of made.files.filter((file) => file.startsWith('synthetic-marks-'))) {
      for (const row of rowsOf(truthFile(name))) {
        const truth = told.get(`trademarks ${row.申请号} 1`);
        if (truth === undefined || row.申请人国别地区代码 !== '') continue;
        const { area } = reader.read(row.地址 ?? '');
        all += 1;
        if (area === truth.area) exact += 1;
        else if (!truth.area?.startsWith(area.replace(/(?:0000|00)$/, '')))
          wrong.push(`${row.地址} ${area} ${truth.form}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(1000);
    expect(exact / all).toBeGreaterThan(0.95);
  });
});
