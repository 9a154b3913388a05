import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, fileSource, sharedFile } from '../../../test/sources.js';
import type { ReadItem } from '../record.js';
import { readGiRegister } from './read-gi-register.js';

const file = sharedFile('gi/uk_eu_gi_register_3715.json');

describe.skipIf(file === null)('the register of 3,715 geographical indications', () => {
  const readAll = () => collect(readGiRegister(fileSource(file ?? '')));
  const rowsOf = (items: readonly ReadItem[]) =>
    items.flatMap((item) => {
      if (item.type !== 'record' || !('group' in item.record)) return [];
      const [row] = item.record.rows.geographical_indications ?? [];
      return row === undefined ? [] : [{ id: item.record.id, position: item.position, ...row }];
    });
  const countBy = (values: readonly unknown[]) =>
    Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]));

  it('loads every entry under a number of its own', async () => {
    const items = await readAll();
    const rows = rowsOf(items);
    expect([items.length, rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([3715, 3715, 3715]);
    expect(countBy(rows.map(({ status }) => status))).toEqual({
      registered: 3341,
      applied: 315,
      published: 58,
      rejected: 1,
    });
    expect(countBy(rows.map(({ kind }) => kind))).toEqual({ pdo: 1984, pgi: 1376, gi: 277, tsg: 78 });
  });

  it('finds the ten of China by number', async () => {
    const chinese = rowsOf(await readAll()).filter(({ country }) => country === 'CN');
    expect(chinese.map(({ id }) => id).sort()).toEqual([
      'GB:PDO-CN-0621',
      'GB:PDO-CN-0626',
      'GB:PDO-CN-0628',
      'GB:PDO-CN-0629',
      'GB:PGI-CN-0622',
      'GB:PGI-CN-0623',
      'GB:PGI-CN-0624',
      'GB:PGI-CN-0625',
      'GB:PGI-CN-0627',
      'GB:PGI-CN-0630',
    ]);
    expect(chinese.every(({ status }) => status === 'registered')).toBe(true);
  });

  it('knows every country name, and the blank dates', async () => {
    const rows = rowsOf(await readAll());
    expect(rows.filter(({ country }) => !/^[A-Z]{2}(?:; [A-Z]{2})*$/.test(String(country)))).toEqual([]);
    const undated = rows.filter(({ status, registered_on: on }) => status === 'registered' && on === null);
    expect(undated.map(({ id }) => id)).toEqual(['GB:PDO-RO-N0037']);
    const dated = (field: 'filed_on' | 'registered_on' | 'published_on') =>
      rows.filter((row) => typeof row[field] === 'string').length;
    expect([dated('filed_on'), dated('registered_on'), dated('published_on')]).toEqual([1219, 3340, 1261]);
    const days = rows.map(({ registered_on: on }) => on).filter((on) => typeof on === 'string');
    expect([days.sort()[0], days.at(-1)]).toEqual(['1973-09-18', '2020-07-20']);
  });

  it('gives the first byte of each object, whatever the chunks', async () => {
    const bytes = readFileSync(file ?? '');
    const starts: number[] = [];
    // every object of this file opens on a line of its own, indented by four
    for (let at = bytes.indexOf('\n    {\n'); at >= 0; at = bytes.indexOf('\n    {\n', at + 1)) starts.push(at + 5);
    const items = await readAll();
    expect(items.map(({ position }) => position)).toEqual(starts);
    const part = Buffer.concat([bytes.subarray(0, starts[300]).subarray(0, -',\n    '.length), Buffer.from(']')]);
    const whole = await collect(readGiRegister(bytesSource(part, part.length)));
    expect(whole).toEqual(items.slice(0, 300));
    for (const size of [1, 7, 64, 65_536]) {
      expect(await collect(readGiRegister(bytesSource(part, size)))).toEqual(whole);
    }
  });
});
