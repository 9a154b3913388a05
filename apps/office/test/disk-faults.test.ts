import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { LedgerTransaction } from '@zhiheng/ledger';
import { carryOut, type RecordsAnswer } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { errorTable, localOperator, UserFault } from '@zhiheng/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { january, refuseThroughout } from './refused-disk.js';
import { SmallOffice } from './small-office.js';
import { WatchedDisk } from './watched-disk.js';

describe('a disk that refuses the n-th write, syncing or renaming', () => {
  let small: SmallOffice;
  beforeEach(() => {
    small = new SmallOffice();
  });
  afterEach(() => small.remove());

  // The disk that faults instead of being full is refused through in `npm run torture`.
  it('ENOSPC: nothing is half, nothing acknowledged is lost', () => refuseThroughout(small, 'ENOSPC'), 240_000);

  it('has advice that names the disk', () => {
    expect(errorTable['folder-unusable'].advice).toMatch(/disk has room/);
  });
});

describe('syncing', () => {
  it('puts each object on the disk before its name, its name before the act, and the act last', async () => {
    const small = new SmallOffice();
    const watched = new WatchedDisk(small.path);
    await small.use(async (office) => {
      const transact = office.ledger.transact.bind(office.ledger);
      const watchedTransact: typeof transact = <Tables, Result>(
        work: (transaction: LedgerTransaction<Tables>) => Promise<Result>,
      ) =>
        transact<Tables, Result>((transaction) =>
          work({
            ...transaction,
            append: (act) => {
              watched.acts.push({ act: 'write', path: 'the act' });
              return transaction.append(act);
            },
          }),
        );
      office.ledger.transact = watchedTransact;
      const context = { office, actor: localOperator('test'), onProgress: () => {} };
      const { json } = await carryOut('load', small.table('a.csv', 1, 5), context);
      expect((json as LoadResult).loaded).toBe(5);
    }, watched.disk);
    const all = watched.acts.filter(({ act }) => act !== 'makeFolder' && act !== 'remove');
    // The folders that lead to `objects` are named on the disk once, before the first object.
    const roots = all.filter(({ act, path }) => act === 'syncFolder' && ['data', 'data/lake'].includes(path));
    expect(roots.map(({ path }) => path)).toEqual(['data/lake', 'data']);
    const acts = all.filter((act) => !roots.includes(act));
    const renamed = acts.filter(({ act }) => act === 'rename');
    const expected = renamed.flatMap(({ path, to = '' }) => [
      ...(path.endsWith('.json') ? [`write ${path}`] : []),
      `syncFolder data/lake/objects`,
      `makeReadOnly ${path}`,
      `syncFile ${path}`,
      `rename ${path}`,
      `syncFolder ${dirname(to)}`,
    ]);
    expect(acts.map(({ act, path }) => `${act} ${path}`)).toEqual([...expected, 'write the act']);
    const count = (name: string) => all.filter(({ act }) => act === name).length;
    const { objects } = await small.look();
    expect(renamed).toHaveLength(objects);
    expect([count('syncFile'), count('syncFolder')]).toEqual([objects, 2 * objects + 2]);
    small.remove();
  });

  it('syncs the folder of an object that a stopped writer left there', async () => {
    const small = new SmallOffice();
    const input = small.table('a.csv', 1, 5);
    const first = new WatchedDisk(small.data);
    // The folder of the first object cannot be synced: two roots, then objects, file, renaming and this.
    first.refuse(6, 'EIO');
    await expect(small.run('load', input, first.disk)).rejects.toMatchObject({ code: 'folder-unusable' });
    const left = first.acts.find(({ act }) => act === 'rename')?.to ?? '';
    expect(existsSync(join(small.data, left))).toBe(true);
    const second = new WatchedDisk(small.data);
    await small.run('load', input, second.disk);
    expect(second.acts.some(({ act, to }) => act === 'rename' && to === left)).toBe(false);
    expect(second.acts).toContainEqual({ act: 'syncFolder', path: dirname(left) });
    small.remove();
  });
});

describe('a segment with one flipped bit', () => {
  it('is named by verify, no figure is made of it, and none opens by it', async () => {
    const small = new SmallOffice();
    await small.run('load', small.table('a.csv', 1, 200));
    await small.run('release-create', { name: 'r' });
    await small.run('compute', { effective: '2024-01-31' });
    const segments = await small.use(async (office) => {
      const { release } = await office.release('r');
      const { hash } = (await office.ledger.last('vintage')) ?? { hash: '' };
      const vintage = (await office.store.getJson(hash)) as {
        indicators: { observations: { parts: { segment: { sha256: string } }[] } | null }[];
        admissions: { parts: Record<string, { sha256: string }[]> }[];
      };
      const observed = vintage.indicators.flatMap(
        ({ observations }) => observations?.parts.map(({ segment }) => segment.sha256) ?? [],
      );
      const held = Object.values(release.tables).flatMap((table) => table.segments.map(({ sha256 }) => sha256));
      return {
        held: held.map((sha256) => office.store.pathOf(sha256, 'parquet')),
        observed: observed.map((sha256) => office.store.pathOf(sha256, 'parquet')),
        opened: vintage.admissions.flatMap(({ parts }) =>
          ['admission', 'record_card_0'].flatMap((name) =>
            (parts[name] ?? []).map(({ sha256 }) => office.store.pathOf(sha256, 'parquet')),
          ),
        ),
      };
    });
    const opening = () => small.run('records', { ...january, area: '440000', period: '2023-01', limit: 200 });
    const opened = (await opening()).json as RecordsAnswer;
    expect(opened.rows).toHaveLength(200);
    // patents, texts, states and holders; grants and applications
    expect([segments.held.length, segments.observed.length]).toEqual([4, 2]);
    for (const path of segments.held) {
      const mend = flipBit(path);
      expect(await small.run('release-verify', { name: 'r' })).toMatchObject({
        exit: 1,
        json: {
          ok: false,
          faults: [{ code: 'segment-damaged', path, expected: expect.stringMatching(/^[0-9a-f]{64}$/) }],
        },
      });
      const compute = small.run('compute', { effective: '2024-02-29' });
      await expect(compute).rejects.toMatchObject({ code: 'segment-damaged', detail: { place: { path } } });
      // what opens without it opens as before
      expect((await opening()).json).toEqual(opened);
      await expect(small.run('record', { id: opened.rows[0]?.id, release: 'r' })).rejects.toMatchObject({
        code: 'segment-damaged',
      });
      mend();
    }
    expect(segments.opened).toHaveLength(2);
    for (const path of segments.opened) {
      const mend = flipBit(path);
      await expect(opening()).rejects.toMatchObject({ code: 'segment-damaged', detail: { place: { path } } });
      mend();
    }
    for (const path of segments.observed) {
      const mend = flipBit(path);
      const answers: unknown[] = [];
      for (const indicator of ['patent-applications', 'patent-grants']) {
        answers.push(
          await small.run('figure', { ...january, indicator }).then(
            ({ json }) => (json as FigureRow[])[0]?.value,
            (error: unknown) => (error instanceof UserFault ? error.code : error),
          ),
        );
      }
      // the figure of the damaged set is refused; the other is right or refused, never another number
      expect(answers).toContain('segment-damaged');
      expect(answers.filter((one) => one !== 200 && one !== 'segment-damaged')).toEqual([]);
      mend();
    }
    expect((await small.run('release-verify', { name: 'r' })).exit).toBe(0);
    expect(((await small.run('figure', january)).json as FigureRow[])[0]?.value).toBe(200);
    small.remove();
  });
});

/** Flips one bit in the middle of a read-only file; gives what puts it back. */
function flipBit(path: string): () => void {
  const right = readFileSync(path);
  const wrong = Buffer.from(right);
  const at = wrong.length >> 1;
  wrong[at] = (wrong[at] ?? 0) ^ 1;
  const put = (content: Buffer) => {
    chmodSync(path, 0o644);
    writeFileSync(path, content);
    chmodSync(path, 0o444);
  };
  put(wrong);
  return () => put(right);
}
