import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { LoadResult } from '@zhiheng/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { row, table } from './bad-files.js';
import { textRow, workbookOf } from './made-archive.js';
import { OfficeFolder } from './office-folder.js';

const lastRow = 1_048_576;
const mapping = 'table: patents\ncolumns: { number: 申请号, kind: 专利类型, filed_on: 申请日, title: 发明名称 }\n';

describe('floods through the command line', () => {
  let office: OfficeFolder;
  beforeEach(() => {
    office = new OfficeFolder();
    office.write('m.yaml', mapping);
  });
  afterEach(() => office.remove());
  const load = (path: string) => office.run<LoadResult>('load', path, '--mapping', join(office.path, 'm.yaml'));
  const released = async () =>
    (await office.run<{ tables: Record<string, number> }>('release', 'create', 'flood')).json.tables;

  it('a workbook of 1,048,576 rows', async () => {
    const rows = [textRow(1, ['申请号', '专利类型', '申请日', '发明名称'])];
    for (let number = 2; number <= lastRow; number += 1) {
      const given = `20231${String(number).padStart(7, '0')}`;
      // one in a thousand is filed on a day that is none
      const filed = number % 1000 === 0 ? '2023-02-29' : '2023-01-05';
      rows.push(textRow(number, [given, 'invention', filed, 'x']));
    }
    const wrong = Math.floor(lastRow / 1000);
    const { exit, json } = await load(office.write('rows.xlsx', workbookOf(rows.join(''))));
    expect([exit, json]).toMatchObject([0, { read: lastRow - 1, loaded: lastRow - 1 - wrong, quarantined: wrong }]);
    const list = (await office.run<{ line: number; code: string }[]>('quarantine', 'list')).json;
    expect(list.map(({ line, code }) => [line, code])).toEqual(
      Array.from({ length: wrong }, (_, at) => [1000 * (at + 1), 'date-wrong']),
    );
    expect((await released()).patents).toBe(lastRow - 1 - wrong);
  });

  it.each([
    ['300 rows of a mebibyte', 300, 1_048_576],
    ['3,000 rows of 100 kB', 3000, 100_000],
    ['30,000 rows of 10 kB', 30_000, 10_000],
    ['25 rows of 10 MB', 25, 10_000_000],
  ])('%s', async (_, count, length) => {
    const path = join(office.path, 'wide.csv');
    const file = createWriteStream(path);
    file.write(table());
    for (let at = 0; at < count; at += 1) {
      const title = `${at} `.repeat(length).slice(0, length - 1);
      if (!file.write(row('2023-01-05', `${title}.`))) await once(file, 'drain');
    }
    file.end();
    await once(file, 'finish');
    const { exit, json } = await load(path);
    expect([exit, json]).toMatchObject([0, { read: count, loaded: count, quarantined: 0 }]);
    expect(await released()).toMatchObject({ patents: count, patent_texts: count });
  });
});
