import { beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/memory-files.js';
import { documentRows, type PlainRow, plainRows } from '../test/plain-rows.js';
import { areasCsv } from '../test/repository.js';
import { applicationsIn, foreignShare } from './office-volumes.js';
import { provinceShares } from './province-shares.js';
import { synthesise } from './synthesise.js';
import type { Truth } from './truth/truth.js';

const kinds = { invention: '发明专利', utility_model: '实用新型', design: '外观设计' } as const;
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];
const years = ['2018', '2019', '2020', '2021', '2022', '2023'];
/** The truth file against an independent plain reading, and both against the figures that the office imitates. */
describe('the truth about a synthetic office', () => {
  let rows: PlainRow[];
  let window: PlainRow[];
  let marks: PlainRow[];
  let deeds: PlainRow[];
  let events: PlainRow[];
  let addresses: PlainRow[];
  let truth: Truth;
  beforeAll(async () => {
    const { files, text } = memoryFiles();
    const wanted = { patents: 100_000, marks: 20_000, texts: 'none', seed: 20_231_231 } as const;
    const made = await synthesise({ ...wanted, out: 'office', files, areasCsv });
    const rowsOf = (name: string) => (name.endsWith('.xml') ? documentRows(text(name)) : plainRows(text(name)));
    const named = (start: string) => made.files.filter((name) => name.startsWith(start)).flatMap(rowsOf);
    window = named('synthetic-patents-');
    rows = [...named('synthetic-opening-'), ...window];
    marks = named('synthetic-marks-');
    deeds = plainRows(text('synthetic-deeds.csv'));
    events = plainRows(text('synthetic-events.csv'));
    addresses = plainRows(text('truth-addresses.csv'));
    truth = JSON.parse(text('truth.json')) as Truth;
  });

  const count = (of: readonly PlainRow[], test: (row: PlainRow) => boolean) => of.filter(test).length;

  it('counts applications, grants and ends as a plain reading does', () => {
    for (const kind of kindNames) {
      const own = rows.filter((row) => row.专利类型 === kinds[kind]);
      for (const year of years) {
        const in_ = (column: string) => (row: PlainRow) => row[column]?.startsWith(`${year}.`) ?? false;
        expect(truth.applications[kind][year]).toBe(count(own, in_('申请日')));
        expect(truth.grants[kind][year]).toBe(count(own, in_('授权公告日')));
        expect(truth.ceased[kind][year]).toBe(count(own, in_('终止日')));
      }
    }
  });

  it('counts rights in force at the end of each year as a plain reading does', () => {
    const inForce = (kind: keyof typeof kinds, end: string) =>
      count(
        rows,
        (row) =>
          row.专利类型 === kinds[kind] &&
          row.授权公告日 !== '' &&
          (row.授权公告日 ?? '') <= end &&
          (row.终止日 === '' || (row.终止日 ?? '') > end),
      );
    for (const kind of kindNames) {
      for (const year of years) expect(truth.inForce[kind][`${year}-12-31`]).toBe(inForce(kind, `${year}.12.31`));
      expect(truth.openingInForce[kind]).toBe(inForce(kind, '2017.12.31'));
    }
  });

  it('measures closed inventions as a plain reading does', () => {
    for (const year of years) {
      const closed = rows.filter((row) => row.专利类型 === '发明专利' && row.结案日?.startsWith(`${year}.`));
      const measured = closed.filter((row) => row.实审请求日 !== '');
      const days = measured.map((row) => (time(row.结案日) - time(row.实审请求日)) / 86_400_000);
      const totalDays = days.reduce((sum, one) => sum + one, 0);
      expect(truth.closedInventions[year]).toEqual({
        closed: closed.length,
        measured: measured.length,
        totalDays,
        meanDays: totalDays / measured.length,
      });
    }
  });

  const numberOf = (row: PlainRow) => (row.申请号 ?? '').slice(0, 12);
  /** Province or country of the first holder of each application, read from the truth about addresses. */
  const areasOf = () =>
    new Map(
      addresses.flatMap(({ table, number = '', position, area = '' }): [string, string][] =>
        table === 'patents' && position === '1' ? [[number, provinceOf(area)]] : [],
      ),
    );

  it('counts applications of each province and country as a plain reading does', () => {
    const areas = areasOf();
    const counts: Record<string, Record<string, number>> = {};
    for (const row of window) {
      const area = areas.get(numberOf(row)) ?? 'none';
      const year = row.申请日?.slice(0, 4) ?? '';
      counts[area] ??= {};
      counts[area] = { ...counts[area], [year]: (counts[area]?.[year] ?? 0) + 1 };
    }
    expect(truth.applicationsByArea).toEqual(counts);
  });

  it('lets transfers move rights in force to the area of their new holder', () => {
    const areas = areasOf();
    const bought = new Map(
      addresses.flatMap(({ table, number = '', area = '' }) => (table === 'deeds' ? [[number, provinceOf(area)]] : [])),
    );
    const transfers = new Map(
      deeds.flatMap((deed) => (deed.事务类型 === '转让' ? [[(deed.申请号 ?? '').slice(0, 12), deed]] : [])),
    );
    const [counts, unmoved]: [Record<string, number>, Record<string, number>] = [{}, {}];
    for (const row of rows) {
      const ended = row.终止日 !== '' && (row.终止日 ?? '') <= '2022.12.31';
      if (row.授权公告日 === '' || (row.授权公告日 ?? '') > '2022.12.31' || ended) continue;
      const deed = transfers.get(numberOf(row));
      const own = areas.get(numberOf(row)) ?? '';
      const sold = deed !== undefined && (deed.登记日 ?? '') <= '2022.12.31';
      const area = sold ? (bought.get(deed?.登记号 ?? '') ?? '') : own;
      counts[area] = (counts[area] ?? 0) + 1;
      unmoved[own] = (unmoved[own] ?? 0) + 1;
    }
    const told = Object.entries(truth.inForceByArea).map(([area, years]) => [area, years['2022-12-31'] ?? 0]);
    expect(Object.fromEntries(told.filter(([, count]) => count !== 0))).toEqual(counts);
    expect(unmoved).not.toEqual(counts);
  });

  it('counts marks, deeds and events as a plain reading does', () => {
    const in_ = (column: string, year: string) => (row: PlainRow) => row[column]?.startsWith(`${year}.`) ?? false;
    for (const year of years) {
      expect(truth.marks.applications[year]).toBe(count(marks, in_('申请日', year)));
      expect(truth.marks.registrations[year]).toBe(count(marks, in_('注册公告日', year)));
      const end = `${year}.12.31`;
      const alive = (row: PlainRow) =>
        row.注册公告日 !== '' && (row.注册公告日 ?? '') <= end && (row.终止日 === '' || (row.终止日 ?? '') > end);
      expect(truth.marks.inForce[`${year}-12-31`]).toBe(count(marks, alive));
      for (const kind of ['转让', '质押', '质押解除', '许可'] as const) {
        const own = deeds.filter((row) => row.事务类型 === kind && in_('登记日', year)(row));
        const amount = own.reduce((sum, row) => sum + Number(row.金额 ?? 0), 0);
        expect(own.length).toBeGreaterThan(0);
        expect(truth.deeds[kind]?.[year]).toEqual({ deeds: own.length, amount });
      }
      const grants = events.filter((row) => row.事项 === '海外授权' && in_('日期', year)(row));
      expect(truth.events.海外授权?.[year]).toBe(grants.length);
    }
    expect(truth.marks.filed).toBe(20_000);
  });

  it('tells deeds and events of applications that there are, after their filing, and pledges before their releases', () => {
    const filed = new Map(rows.map((row) => [row.申请号, row.申请日 ?? '']));
    const early = (row: PlainRow, column: string) => (row[column] ?? '') < (filed.get(row.申请号) ?? '9');
    expect(deeds.filter((row) => early(row, '登记日'))).toEqual([]);
    expect(events.filter((row) => early(row, '日期'))).toEqual([]);
    const pledges = new Map(deeds.flatMap((row) => (row.事务类型 === '质押' ? [[row.登记号, row]] : [])));
    const releases = deeds.filter((row) => row.事务类型 === '质押解除');
    expect(releases.length).toBeGreaterThan(100);
    const unpledged = (row: PlainRow) => {
      const pledge = pledges.get(row.原登记号);
      return pledge?.申请号 !== row.申请号 || (pledge?.登记日 ?? '9') >= (row.登记日 ?? '');
    };
    expect(releases.filter(unpledged)).toEqual([]);
    expect(deeds.filter((row) => row.签署日 !== '' && (row.签署日 ?? '') > (row.登记日 ?? ''))).toEqual([]);
  });

  /** Applications of the modelled nation for one of the synthetic office. */
  const scale = () =>
    kindNames.reduce((sum, kind) => sum + years.reduce((all, year) => all + applicationsIn(kind, Number(year)), 0), 0) /
    100_000;

  it('follows the published invention applications within 2 %', () => {
    const published = [1_542_002, 1_400_661, 1_497_159, 1_585_663, 1_619_268];
    for (const [index, value] of published.entries()) {
      expect(relative((truth.applications.invention[years[index] ?? ''] ?? 0) * scale(), value)).toBeLessThan(0.02);
    }
  });

  it('follows the published grants of 2021 to 2023: within 3 %, and 1 % at a million', () => {
    const published = {
      invention: [696_000, 798_347, 921_000],
      utility_model: [3_120_000, 2_804_155, 2_090_000],
      design: [786_000, 720_907, 638_000],
    };
    for (const kind of kindNames) {
      for (const [index, value] of published[kind].entries()) {
        const made = (truth.grants[kind][String(2021 + index)] ?? 0) * scale();
        expect(relative(made, value), `${kind} ${2021 + index}: ${made}`).toBeLessThan(0.03);
      }
    }
  });

  it('keeps the stock near the published one: within 5 %', () => {
    const inventions = [2_366_314, 2_670_784, 3_057_844, 3_596_901, 4_212_188, 4_991_000];
    for (const [index, value] of inventions.entries()) {
      const made = (truth.inForce.invention[`${2018 + index}-12-31`] ?? 0) * scale();
      expect(relative(made, value), `${2018 + index}: ${made}`).toBeLessThan(0.05);
    }
    expect(relative((truth.inForce.utility_model['2021-12-31'] ?? 0) * scale(), 9_190_633)).toBeLessThan(0.05);
    expect(relative((truth.inForce.utility_model['2022-12-31'] ?? 0) * scale(), 10_781_169)).toBeLessThan(0.05);
  });

  it('lets the mean pendency fall from about 22 to about 16 months', () => {
    const months = years.map((year) => (truth.closedInventions[year]?.meanDays ?? 0) / 30.4375);
    expect(months).toEqual([...months].sort((a, b) => b - a));
    for (const [index, value] of [22, 20.2, 18.5, 16.5, 16].entries()) {
      expect(Math.abs((months[index + 1] ?? 0) - value), `${2019 + index}: ${months[index + 1]}`).toBeLessThan(0.5);
    }
  });

  it('has a right tail in the time to closing', () => {
    const days = rows
      .filter((row) => row.专利类型 === '发明专利' && row.结案日?.startsWith('2022.') && row.实审请求日 !== '')
      .map((row) => (time(row.结案日) - time(row.实审请求日)) / 86_400_000)
      .sort((a, b) => a - b);
    const at = (share: number) => days[Math.floor(days.length * share)] ?? 0;
    expect(at(0.95) - at(0.5)).toBeGreaterThan(1.5 * (at(0.5) - at(0.05)));
  });

  it('spreads domestic applications over provinces as the table says', () => {
    const total = provinceShares.reduce((sum, [, weight]) => sum + weight, 0);
    const made = new Map(
      Object.entries(truth.applicationsByArea).map(([area, counts]) => [
        area,
        Object.values(counts).reduce((sum, one) => sum + one, 0),
      ]),
    );
    const domestic = [...made].filter(([area]) => area.length === 6).reduce((sum, [, one]) => sum + one, 0);
    for (const [code, weight] of provinceShares) {
      expect(Math.abs((made.get(code) ?? 0) / domestic - weight / total)).toBeLessThan(0.004);
    }
    const inventions = window.filter((row) => row.专利类型 === '发明专利');
    const foreign = inventions.filter((row) => !/^;*$/.test(row.申请人国别地区代码 ?? '')).length / inventions.length;
    expect(Math.abs(foreign - foreignShare.invention)).toBeLessThan(0.006);
  });
});

/** `440305` → `440000`; a country stays. */
function provinceOf(area: string): string {
  return area.length === 6 ? `${area.slice(0, 2)}0000` : area;
}

function time(dotted: string | undefined): number {
  return Date.parse(`${(dotted ?? '').replaceAll('.', '-')}T00:00:00Z`);
}

function relative(made: number, published: number): number {
  return Math.abs(made - published) / published;
}
