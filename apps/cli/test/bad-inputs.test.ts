import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { LoadResult, QuarantinedRecord } from '@zhiheng/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles, badRecords, grant, mapping, row, table } from './bad-files.js';
import { OfficeFolder, root } from './office-folder.js';

const tenMillion = 10_000_000;

describe('one folder of bad files, with good ones among them', () => {
  const office = new OfficeFolder();
  const inbox = join(office.path, 'inbox');
  let loaded: LoadResult;
  let exit: number;
  let quarantine: QuarantinedRecord[];
  const fileOf = (name: string) => {
    const file = loaded.files.find(({ path }) => path.startsWith(join(inbox, name)));
    if (file === undefined) throw new Error(`nothing is told of ${name}`);
    return file;
  };

  beforeAll(async () => {
    mkdirSync(inbox);
    for (const { name, content } of [...badFiles, ...badRecords]) writeFileSync(join(inbox, name), content);
    writeFileSync(join(inbox, 'a-good.csv'), table(row(), row()));
    writeFileSync(join(inbox, 'z-good.xml'), grant('900001') + grant('900002'));
    writeFileSync(join(inbox, 'ten-megabytes.csv'), table(row('2023-01-05', 'y'.repeat(tenMillion))));
    const answer = await office.run<LoadResult>('load', inbox, '--mapping', office.write('m.yaml', mapping));
    ({ json: loaded, exit } = answer);
    quarantine = (await office.run<QuarantinedRecord[]>('quarantine', 'list')).json;
  }, 120_000);
  afterAll(() => office.remove());

  it('is told file by file, with exit code 1', () => {
    expect(exit).toBe(1);
    expect(loaded.files.filter(({ error }) => error !== undefined)).toHaveLength(badFiles.length);
    expect(loaded.files).toHaveLength(badFiles.length + badRecords.length + 3);
  });

  it.each(badFiles.map((file) => [file.name, file] as const))(
    'refuses %s whole',
    (name, { place, error, part = '' }) => {
      expect(fileOf(name)).toMatchObject({ read: 0, loaded: 0, quarantined: 0 });
      expect(fileOf(name).error).toMatchObject({ ...error, place: { path: inbox + sep + name + part, ...place } });
      expect(fileOf(name).error?.place).toEqual({ path: inbox + sep + name + part, ...place });
    },
  );

  it.each(badRecords.map((file) => [file.name, file] as const))(
    'puts the record of %s into quarantine',
    (name, one) => {
      expect(fileOf(name)).toMatchObject({ read: one.good + 1, loaded: one.good, quarantined: 1 });
      expect(fileOf(name).error).toBeUndefined();
      const records = quarantine.filter(({ file }) => file === join(inbox, name));
      expect(records).toMatchObject([one.fault]);
    },
  );

  it('keeps a field of ten megabytes whole', async () => {
    expect(fileOf('ten-megabytes.csv')).toMatchObject({ read: 1, loaded: 1, quarantined: 0 });
  });

  it('adds up, and a release holds only what is right', async () => {
    const good = badRecords.reduce((sum, file) => sum + file.good, 0) + 2 + 2 + 1;
    expect(loaded).toMatchObject({
      read: good + badRecords.length,
      loaded: good,
      quarantined: badRecords.length,
      replaced: 0,
      duplicates: 0,
      ignored: 0,
    });
    expect(quarantine).toHaveLength(badRecords.length);
    const release = await office.run('release', 'create', 'good');
    expect(release).toMatchObject({ exit: 0, json: { tables: { patents: good, patent_texts: good } } });
    expect((await office.run('release', 'verify', 'good')).json).toMatchObject({ ok: true, faults: [] });
    expect(existsSync(join(office.data, 'lake/incoming'))).toBe(false);
    expect(existsSync(join(office.data, 'work'))).toBe(false);
    expect(readdirSync(inbox)).not.toContain('evil.csv');
    expect(existsSync(join(office.path, 'evil.csv'))).toBe(false);
  });
});

describe('one bad file', () => {
  const office = new OfficeFolder();
  const load = (path: string) => office.run<LoadResult>('load', path, '--mapping', join(office.path, 'm.yaml'));
  beforeAll(() => {
    office.write('m.yaml', mapping.replace('table: patents', 'table: patents\nencoding: gb18030'));
  });
  afterAll(() => office.remove());

  it('in UTF-8 is no text in GB18030: the first byte that cannot be is named, and nothing is written', async () => {
    const rows = table(row('2023-01-05', '发明'), row('2023-01-05', '一种发明'));
    const { exit, json } = await load(office.write('utf-8.csv', rows));
    expect(exit).toBe(1);
    expect(json.files).toMatchObject([
      { error: { code: 'encoding-wrong', expected: 'text in gb18030', place: { line: 1 } }, read: 0 },
    ]);
    expect((await office.run('release', 'create', 'none')).json).toMatchObject({ error: { code: 'nothing-loaded' } });
  });

  it('that grows while it is read adds nothing', async () => {
    office.write('m.yaml', mapping);
    const path = office.write('growing.csv', table(Array.from({ length: 150_000 }, () => row()).join('')));
    const growing = setInterval(() => appendFileSync(path, row()), 1);
    const { exit, json } = await load(path);
    clearInterval(growing);
    expect(exit).toBe(1);
    expect(json).toMatchObject({ read: 0, loaded: 0 });
    const [file] = json.files;
    expect(file?.error).toMatchObject({
      code: 'file-changed',
      found: expect.stringMatching(/^\d+ bytes$/),
      expected: `${file?.bytes} bytes, as when reading began`,
      place: { path, byte: file?.bytes },
    });
    expect((await office.run('release', 'create', 'none')).json).toMatchObject({ error: { code: 'nothing-loaded' } });
  });
});

describe('a person without rights on the disk', () => {
  const nobody = 65_534;
  const isRoot = process.getuid?.() === 0;
  const office = new OfficeFolder();
  const closed = join(office.path, 'closed');

  /** Runs a command as a person who owns nothing but the folder of the office; root may read anything. */
  function run(...words: string[]): Promise<{ exit: number | null; json: unknown }> {
    const person = isRoot ? { uid: nobody, gid: nobody } : {};
    const program = [join(root, 'apps/cli/bundle/main.js'), ...words, '--json', '--progress', 'none'];
    return new Promise((done) => {
      const child = spawn(process.execPath, program, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'], ...person });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.once('close', (exit) =>
        done({ exit, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown }),
      );
    });
  }

  beforeAll(() => {
    mkdirSync(join(closed, 'inner'), { recursive: true });
    writeFileSync(join(closed, 'inner/a.csv'), table(row()));
    chmodSync(closed, isRoot ? 0o700 : 0o000);
    office.write('m.yaml', mapping);
    office.write('closed.csv', table(row()));
    chmodSync(join(office.path, 'closed.csv'), isRoot ? 0o600 : 0o000);
    mkdirSync(office.data);
    if (isRoot) for (const path of [office.path, office.data]) chownSync(path, nobody, nobody);
  });
  afterAll(() => {
    chmodSync(closed, 0o700);
    office.remove();
  });

  it('is told which folder and which file cannot be read; the good file beside them loads', async () => {
    const good = office.write('good.csv', table(row()));
    const paths = [closed, join(office.path, 'closed.csv'), good];
    const { exit, json } = await run('load', ...paths, '--mapping', join(office.path, 'm.yaml'), '--data', office.data);
    expect(exit).toBe(1);
    expect((json as LoadResult).files.map(({ path, loaded, error }) => [basename(path), loaded, error])).toMatchObject([
      ['closed', 0, { code: 'file-unreadable', found: 'EACCES', expected: 'a readable file', place: { path: closed } }],
      ['closed.csv', 0, { code: 'file-unreadable', found: 'EACCES', place: { path: paths[1] } }],
      ['good.csv', 1, undefined],
    ]);
    const { json: release } = await run('release', 'create', 'r', '--data', office.data);
    expect(release).toMatchObject({ tables: { patents: 1 } });
  });

  it('is told that the office folder cannot be used', async () => {
    const fault = { exit: 1, json: { error: { code: 'folder-unusable', found: 'EACCES' } } };
    expect(await run('release', 'list', '--data', join(closed, 'data'))).toMatchObject(fault);
    chmodSync(office.data, 0o500);
    if (isRoot) chownSync(office.data, 0, 0);
    expect(await run('release', 'list', '--data', office.data)).toMatchObject({
      exit: 1,
      json: { error: { code: 'folder-unusable' } },
    });
    chmodSync(office.data, 0o700);
  });
});
