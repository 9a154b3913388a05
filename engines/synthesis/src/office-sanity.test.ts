import { AreaDirectory, checkDigitOf, type Kind, readApplicationNumber } from '@zhiheng/vocabulary';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/memory-files.js';
import { documentRows, type PlainRow, plainRows } from '../test/plain-rows.js';
import { areasCsv } from '../test/repository.js';
import { synthesise } from './synthesise.js';
import type { Truth } from './truth/truth.js';

const kinds: Readonly<Record<string, Kind>> = { 发明专利: 'invention', 实用新型: 'utility_model', 外观设计: 'design' };
const dayColumns = ['申请日', '优先权日', '公开日', '实审请求日', '首次审查意见日', '结案日', '授权公告日', '终止日'];
const day = (row: PlainRow, column: string) => (row[column] ?? '').replaceAll('.', '-');
const kindOf = (row: PlainRow) => kinds[row.专利类型 ?? ''] ?? 'other';

/** Everything that is promised of every row, checked on a plain reading of the files of one office. */
describe('rows of a synthetic office', () => {
  let opening: PlainRow[];
  let window: PlainRow[];
  let all: PlainRow[];
  let truth: Truth;
  let misplaced: PlainRow[];
  let documents: PlainRow[];
  beforeAll(async () => {
    const { files, text } = memoryFiles();
    const made = await synthesise({ patents: 12_000, seed: 2023, out: 'office', files, areasCsv });
    const rowsOf = (name: string) => (name.endsWith('.xml') ? documentRows(text(name)) : plainRows(text(name)));
    const windows = made.files.filter((name) => name.startsWith('synthetic-patents-'));
    opening = made.files.filter((name) => name.startsWith('synthetic-opening-')).flatMap(rowsOf);
    window = windows.flatMap(rowsOf);
    misplaced = windows.flatMap((name) =>
      rowsOf(name).filter((row) => !name.startsWith(`synthetic-patents-${row.申请日?.slice(0, 4)}.`)),
    );
    all = [...opening, ...window];
    documents = made.files.filter((name) => name.endsWith('.xml')).flatMap(rowsOf);
    truth = JSON.parse(text('truth.json')) as Truth;
  });

  it('are as many as the truth says', () => {
    expect(window).toHaveLength(12_000);
    expect(all).toHaveLength(truth.rows);
    expect(misplaced).toEqual([]);
    expect(documents.length / all.length).toBeGreaterThan(0.09);
    expect(documents.length / all.length).toBeLessThan(0.11);
  });

  /** Numbers of the rows for which the test does not hold. */
  const failing = (rows: readonly PlainRow[], holds: (row: PlainRow) => boolean) =>
    rows.filter((row) => !holds(row)).map((row) => row.申请号);

  it('have unique numbers with right check digits, of their kind and year', () => {
    expect(new Set(all.map((row) => row.申请号)).size).toBe(all.length);
    const right = (row: PlainRow) => {
      const [body = '', check] = (row.申请号 ?? '').split('.');
      const read = readApplicationNumber('CN', row.申请号 ?? '');
      const same = 'number' in read && read.number === body && read.kind === kindOf(row);
      return same && checkDigitOf(body) === check && body.startsWith(day(row, '申请日').slice(0, 4));
    };
    expect(failing(all, right)).toEqual([]);
  });

  it('run in number as in time within a year and kind', () => {
    const last = new Map<string, string>();
    const runs = (row: PlainRow) => {
      const stem = (row.申请号 ?? '').slice(0, 5);
      const before = last.get(stem) ?? '';
      last.set(stem, row.申请日 ?? '');
      return before <= (row.申请日 ?? '');
    };
    const sorted = [...all].sort((a, b) => ((a.申请号 ?? '') < (b.申请号 ?? '') ? -1 : 1));
    expect(failing(sorted, runs)).toEqual([]);
  });

  it('have days of the calendar, none after the window', () => {
    for (const column of dayColumns) {
      const given = [...new Set(all.map((row) => row[column] ?? ''))].filter((text) => text !== '');
      expect(given.length).toBeGreaterThan(300);
      const plain = given.map((text) => text.replaceAll('.', '-'));
      expect(given.filter((text) => !/^\d{4}\.\d{2}\.\d{2}$/.test(text))).toEqual([]);
      expect(plain.map((text) => new Date(text).toISOString().slice(0, 10))).toEqual(plain);
      expect(plain.filter((text) => text > '2023-12-31')).toEqual([]);
    }
  });

  it.each([
    ['申请日', '公开日', true],
    ['申请日', '实审请求日', false],
    ['实审请求日', '结案日', true],
    ['实审请求日', '首次审查意见日', true],
    ['首次审查意见日', '结案日', true],
    ['申请日', '结案日', true],
    ['结案日', '授权公告日', true],
    ['公开日', '授权公告日', true],
    ['授权公告日', '终止日', true],
  ])('have %s before %s', (earlier, later, strictly) => {
    const both = all.filter((row) => row[earlier] !== '' && row[later] !== '');
    expect(both.length).toBeGreaterThan(700);
    const inOrder = (row: PlainRow) =>
      day(row, earlier) < day(row, later) || (!strictly && row[earlier] === row[later]);
    expect(failing(both, inOrder)).toEqual([]);
  });

  it('tell outcome and reason exactly when there is one', () => {
    expect(failing(all, (row) => (row.结案方式 !== '') === (row.结案日 !== ''))).toEqual([]);
    expect(failing(all, (row) => (row.终止原因 !== '') === (row.终止日 !== ''))).toEqual([]);
    expect(failing(all, (row) => row.授权公告日 === '' || row.结案方式 === '授权')).toEqual([]);
    expect(failing(all, (row) => row.终止日 === '' || row.授权公告日 !== '')).toEqual([]);
    const inventions = all.filter((row) => kindOf(row) === 'invention');
    const others = all.filter((row) => kindOf(row) !== 'invention');
    expect(failing(others, (row) => row.实审请求日 === '' && row.公开日 === '')).toEqual([]);
    expect(failing(inventions, (row) => row.结案方式 !== '驳回' || row.实审请求日 !== '')).toEqual([]);
    expect([...new Set(all.map((row) => row.结案方式))].sort()).toEqual(['', '授权', '驳回', '撤回'].sort());
  });

  it('end rights on an anniversary of filing, within their term', () => {
    const ended = all.filter((row) => row.终止日 !== '');
    const right = (row: PlainRow) => {
      const [filed, end] = [day(row, '申请日'), day(row, '终止日')];
      const monthDay = filed.slice(5) === '02-29' && !isLeap(end) ? '02-28' : filed.slice(5);
      const years = Number(end.slice(0, 4)) - Number(filed.slice(0, 4));
      const term = kindOf(row) === 'invention' ? 20 : 10;
      return end.slice(5) === monthDay && years <= term && row.终止原因 === (years === term ? '期限届满' : '未缴年费');
    };
    expect(failing(ended, right)).toEqual([]);
    expect(new Set(ended.map((row) => row.终止原因)).size).toBe(2);
  });

  it('of the opening file are in force on the first day or still open before it', () => {
    const grantedBefore = (row: PlainRow) => row.授权公告日 !== '' && day(row, '授权公告日') < '2018-01-01';
    const inForce = opening.filter(grantedBefore);
    const others = opening.filter((row) => !grantedBefore(row));
    expect(inForce.length).toBeGreaterThan(1000);
    expect(others.length).toBeGreaterThan(1000);
    expect(failing(opening, (row) => day(row, '申请日') < '2018-01-01')).toEqual([]);
    expect(failing(inForce, (row) => day(row, '申请日') >= '2008-01-01')).toEqual([]);
    expect(failing(inForce, (row) => row.终止日 === '' || day(row, '终止日') > '2018-01-01')).toEqual([]);
    // A case decided in favour in December and announced in January was neither in force nor ended.
    const open = (row: PlainRow) => row.结案日 === '' || row.结案方式 === '授权' || day(row, '结案日') >= '2018-01-01';
    expect(failing(others, open)).toEqual([]);
  });

  it('stand at an address in a province, or carry the code of a country', () => {
    const directory = new AreaDirectory(areasCsv);
    const full = areasCsv
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, level]) => level === 'province')
      .map((fields) => fields[5] ?? '');
    const foreign = all.filter((row) => !/^;*$/.test(row.申请人国别地区代码 ?? ''));
    const domestic = all.filter((row) => /^;*$/.test(row.申请人国别地区代码 ?? ''));
    const codes = (row: PlainRow) => (row.申请人国别地区代码 ?? '').split(';');
    expect(
      failing(foreign, (row) => codes(row).every((code) => code === '' || directory.get(code).level === 'country')),
    ).toEqual([]);
    // Written plainly in nine of ten addresses; the others are the matter of the truth about addresses.
    const plain = domestic.filter((row) => full.some((name) => row.地址?.startsWith(name)));
    expect(plain.length / domestic.length).toBeGreaterThan(0.85);
    expect(plain.length / domestic.length).toBeLessThan(0.97);
    expect(foreign.length / all.length).toBeGreaterThan(0.02);
    expect(foreign.length / all.length).toBeLessThan(0.07);
  });

  it('carry coined names, titles and classes of their kind', () => {
    const form = (row: PlainRow) => (kindOf(row) === 'design' ? /^\d{2}-\d{2}$/ : /^[A-H]\d{2}[A-Z]\d+\/\d{2,6}$/);
    expect(failing(all, (row) => (row.申请人 ?? '').split(';').every((name) => /[拟擬]/.test(name)))).toEqual([]);
    expect(failing(all, (row) => (row.发明名称 ?? '').length > 1)).toEqual([]);
    expect(failing(all, (row) => (row.分类号 ?? '').split(';').every((symbol) => form(row).test(symbol)))).toEqual([]);
  });

  it('belong to few large and many small holders', () => {
    const counts = new Map<string, number>();
    for (const row of window) {
      const name = `${row.申请人?.split(';')[0]} ${row.地址}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const sizes = [...counts.values()].sort((a, b) => b - a);
    expect(sizes[0]).toBeGreaterThan(20);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(3);
    const types = new Set(window.flatMap((row) => (row.申请人类型 ?? '').split(';')));
    expect([...types].sort()).toEqual(['个人', '企业', '大专院校', '机关团体', '科研单位'].sort());
  });
});

function isLeap(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
