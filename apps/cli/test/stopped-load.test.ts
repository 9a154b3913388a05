import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadsAnswer, RunningJob } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeFolder, root } from './office-folder.js';

const mapping = 'table: patents\ncolumns: { number: n, kind: k, filed_on: f }\n';
const rows = (count: number) =>
  `n,k,f\n${Array.from({ length: count }, (_, index) => `${202_210_000_000 + index},invention,2022-03-04`).join('\n')}\n`;

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))
    : [];

describe('a load that is stopped', { timeout: 120_000 }, () => {
  const office = new OfficeFolder();
  let words: string[] = [];
  beforeAll(() => {
    words = ['load', office.write('many.csv', rows(400_000)), '--mapping', office.write('m.yaml', mapping)];
  });
  afterAll(() => office.remove());

  /** Begins the load as a person would, and presses Ctrl-C when it reads. */
  function interrupted(): Promise<{ code: number | null; output: string }> {
    const main = join(root, 'apps/cli/bundle/main.js');
    const child = spawn(process.execPath, [main, ...words, '--data', office.data, '--json', '--progress', 'json']);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.includes('"reading"')) child.kill('SIGINT');
    });
    return new Promise((done) => child.once('close', (code) => done({ code, output })));
  }

  it('by Ctrl-C where the command owns the folder: told, exit 1, nothing half', async () => {
    const { code, output } = await interrupted();
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ error: { code: 'cancelled' } });
    expect(await office.run<LoadsAnswer>('release', 'create', 'x')).toMatchObject({
      json: { error: { code: 'nothing-loaded' } },
    });
    expect(filesIn(join(office.data, 'lake'))).toEqual([]);
    expect(filesIn(join(office.data, 'work'))).toEqual([]);
  });

  it('by Ctrl-C where a server owns it, and by its id: the job process is gone, a load after it stands', async () => {
    const server = await office.serve();
    const running = async () => (await office.run<RunningJob[]>('running')).json;
    expect((await interrupted()).code).toBe(1);
    expect((await running())[0]).toMatchObject({ command: 'load', state: 'cancelled' });

    const load = office.run('load', ...words.slice(1));
    let id = '';
    while (id === '') id = (await running()).find(({ state }) => state === 'running')?.id ?? '';
    expect((await office.run('cancel', id)).json).toMatchObject({ id, state: 'cancelled' });
    expect(await load).toMatchObject({ exit: 1, json: { error: { code: 'cancelled' } } });
    expect(filesIn(join(office.data, 'lake'))).toEqual([]);

    const few = office.write('few.csv', rows(3));
    expect((await office.run('load', few, '--mapping', join(office.path, 'm.yaml'))).json).toMatchObject({ loaded: 3 });
    expect((await office.run('cancel', 'no-such-job')).json).toMatchObject({ error: { code: 'not-found' } });
    server.kill('SIGTERM');
    await server.ended;
  });
});

describe('quarantine fix', { timeout: 120_000 }, () => {
  const office = new OfficeFolder();
  afterAll(() => office.remove());

  it('takes a row of a GB18030 table, or new values of its columns, and never deletes what was held', async () => {
    // 申请号,申请日 in GB18030
    const header = Buffer.from([0xc9, 0xea, 0xc7, 0xeb, 0xba, 0xc5, 0x2c, 0xc9, 0xea, 0xc7, 0xeb, 0xc8, 0xd5, 0x0a]);
    const bad = Buffer.from('202310000001,2023-02-30\n202310000002,2023-13-01\n');
    const file = office.write('rows.csv', Buffer.concat([header, bad]));
    const how = office.write(
      'm.yaml',
      'table: patents\nencoding: gb18030\ncolumns: { number: 申请号, filed_on: 申请日 }\n',
    );
    expect((await office.run('load', file, '--mapping', how)).json).toMatchObject({ read: 2, quarantined: 2 });
    const shown = await office.run<{ columns: object[] }>('quarantine', 'show', 'Q1-1-1');
    expect(shown.json.columns).toEqual([
      { column: '申请号', value: '202310000001', field: 'number' },
      { column: '申请日', value: '2023-02-30', field: 'filed_on' },
    ]);
    expect(await office.run('quarantine', 'fix', 'Q1-1-1')).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage' } },
    });
    const wrong = await office.run('quarantine', 'fix', 'Q1-1-1', '--set', '申请=2023-02-28');
    expect(wrong).toMatchObject({ exit: 1, json: { error: { code: 'correction-wrong', didYouMean: '申请号' } } });
    const fixed = await office.run('quarantine', 'fix', 'Q1-1-1', '--set', '申请日=2023-02-28');
    expect(fixed).toMatchObject({ exit: 0, json: { resolved: true, load: { read: 1, loaded: 1 } } });
    const two = await office.run(
      'quarantine',
      'fix',
      'Q1-1-2',
      '--row',
      '202310000002,2023-12-01\n202310000003,2023-12-01',
    );
    expect(two).toMatchObject({ exit: 1, json: { error: { code: 'correction-wrong', found: '2' } } });
    const again = await office.run('quarantine', 'fix', 'Q1-1-2', '--row', '202310000002,2023-12-32');
    expect(again).toMatchObject({ exit: 1, json: { resolved: false, fault: { code: 'date-wrong' } } });
    const file2 = office.write('row.txt', '202310000002,2023-12-01');
    expect(await office.run('quarantine', 'fix', 'Q1-1-2', '--file', file2)).toMatchObject({ exit: 0 });
    expect((await office.run('quarantine', 'list')).json).toEqual([]);
    const all = await office.run<{ id: string; resolved: object }[]>('quarantine', 'list', '--all');
    expect(all.json.map(({ id, resolved }) => [id, resolved === null])).toEqual([
      ['Q1-1-1', false],
      ['Q1-1-2', false],
    ]);
    expect((await office.run('release', 'create', 'r')).json).toMatchObject({ tables: { patents: 2 } });
  });
});
