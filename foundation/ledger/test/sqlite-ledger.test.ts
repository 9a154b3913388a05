import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger, openSigningKey } from '@zhiheng/ledger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkOf, openSigned, sampleAct } from './sample-acts.js';
import { sqliteEngine, type TestPlace } from './test-engines.js';

let test: TestPlace;
beforeEach(() => {
  test = sqliteEngine.fresh();
});
afterEach(() => test.remove());

describe('the ledger of an older folder', () => {
  beforeEach(async () => {
    await test.raw(
      `create table acts (number integer primary key autoincrement not null, time text not null, person text not null,
       kind text not null, object text not null, hash text not null)`,
    );
    await test.raw(
      `insert into acts (time, person, kind, object, hash) values
       ('2023-12-01T00:00:00Z', 'local', 'load', 'a', 'aa'), ('2023-12-02T00:00:00Z', 'local', 'release', 'b', 'bb')`,
    );
  });

  it('keeps its acts, chained, under a signed head', async () => {
    const ledger = await openSigned(test);
    const acts = await ledger.acts();
    expect(acts).toMatchObject([
      {
        number: 1,
        time: '2023-12-01T00:00:00Z',
        person: 'local',
        kind: 'load',
        object: 'a',
        hash: 'aa',
        surface: null,
      },
      {
        number: 2,
        time: '2023-12-02T00:00:00Z',
        person: 'local',
        kind: 'release',
        object: 'b',
        hash: 'bb',
        after: null,
      },
    ]);
    const rows = await test.raw('select * from acts order by number');
    expect(rows.map(({ chain }) => chain)).toEqual(rows.map(linkOf));
    expect(rows[1]?.previous).toBe(rows[0]?.chain);
    expect(await ledger.append(sampleAct(3))).toMatchObject({ number: 3, previous: rows[1]?.chain });
    expect(await ledger.verify()).toMatchObject({ ok: true, acts: 3 });
    await ledger.close();
  });

  it('has a head from its first opening on, so that a missing one is found', async () => {
    await (await openSigned(test)).close();
    await test.raw('delete from acts where number = 2');
    const ledger = await openSigned(test);
    expect((await ledger.verify()).faults).toEqual([{ kind: 'cut-off', number: 2, through: 2 }]);
    await test.raw('delete from heads');
    expect((await ledger.verify()).faults).toEqual([{ kind: 'signature', number: 1, through: 1 }]);
    await ledger.close();
  });
});

describe('what was forgotten', () => {
  const words = ['Wang Xiaoming of Hangzhou', 'Wang Xiaoming of Ningbo'];
  const inFiles = () =>
    words.filter((word) =>
      readdirSync(test.folder).some((name) => readFileSync(join(test.folder, name)).includes(word)),
    );

  it('is in no file of the folder any more', async () => {
    const [hangzhou = '', ningbo = ''] = words;
    // Longer than a page of the file, so that it overflows into pages of its own.
    const long = (word: string) => ({ name: word, rest: `${word} `.repeat(500) });
    const ledger = await openSigned(test);
    await ledger.transact(async ({ personal, append }) => {
      await append({ ...sampleAct(1), after: { commitment: await personal.put('p', long(hangzhou)) } });
    });
    expect(inFiles()).toEqual([hangzhou]);
    await ledger.transact(async ({ personal, append }) =>
      append({ ...sampleAct(2), ...(await personal.replace('p', long(ningbo))) }),
    );
    expect(inFiles()).toEqual([ningbo]);
    const [row] = await test.raw('select salt from personal');
    await ledger.erase({ time: '2026-05-01T00:00:00.000Z', person: 'local:a' }, 'p');
    expect(inFiles()).toEqual([]);
    const files = readdirSync(test.folder).map((name) => readFileSync(join(test.folder, name), 'latin1'));
    expect(String(row?.salt)).toMatch(/^[0-9a-f]{64}$/);
    expect(files.filter((content) => content.includes(String(row?.salt)))).toEqual([]);
    expect(await ledger.verify()).toMatchObject({ ok: true, acts: 3 });
    await ledger.close();
    expect(inFiles()).toEqual([]);
  });

  it('is swept out at the next opening when the process died before it could', async () => {
    const ledger = await openSigned(test);
    await ledger.transact(async ({ personal, append }) => {
      await append({ ...sampleAct(1), after: { commitment: await personal.put('p', words[0] ?? '') } });
    });
    // Another program deletes it and leaves the log as a killed process would.
    const copy = mkdtempSync(join(tmpdir(), 'zhiheng-ledger-copy-'));
    await test.raw("update personal set content = null, salt = null where pseudonym = 'p'");
    for (const name of readdirSync(test.folder)) {
      writeFileSync(join(copy, name), readFileSync(join(test.folder, name)));
    }
    await ledger.close();
    const bytes = () => Buffer.concat(readdirSync(copy).map((name) => readFileSync(join(copy, name))));
    expect(bytes().includes(words[0] ?? '')).toBe(true);
    const reopened = await Ledger.open({ engine: 'sqlite', path: join(copy, 'ledger.sqlite') });
    expect(bytes().includes(words[0] ?? '')).toBe(false);
    await reopened.close();
    rmSync(copy, { recursive: true });
  });
});

describe('the key of a folder', () => {
  it('is made once, for its owner alone', () => {
    const path = join(test.folder, 'ledger.key');
    const made = openSigningKey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(openSigningKey(path).fingerprint).toBe(made.fingerprint);
    expect(readdirSync(test.folder)).toEqual(['ledger.key']);
    expect(made.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that cannot be written is told by name', () => {
    const path = join(test.folder, 'nowhere/ledger.key');
    expect(() => openSigningKey(path)).toThrow(
      expect.objectContaining({ code: 'folder-unusable', detail: expect.objectContaining({ found: 'ENOENT' }) }),
    );
  });
});

describe('a long chain', () => {
  it('is read to its end, and what is wrong everywhere is told in one line', async () => {
    const ledger = await openSigned(test);
    await ledger.transact(async ({ append }) => {
      for (let n = 1; n <= 650; n += 1) await append(sampleAct(n));
    });
    expect(await ledger.verify()).toMatchObject({ ok: true, acts: 650 });
    await test.raw("update acts set person = 'x' where number between 150 and 620");
    expect((await ledger.verify()).faults).toEqual([{ kind: 'altered', number: 150, through: 620 }]);
    await test.raw("update acts set object = 'x' where number % 2 = 0");
    expect((await ledger.verify()).faults).toHaveLength(74 + 1 + 15);
    await ledger.close();
  });
});
