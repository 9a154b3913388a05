import { join } from 'node:path';
import { Instances } from '@zhiheng/acts';
import { Office } from '@zhiheng/office';
import { systemClock } from '@zhiheng/vocabulary';
import { expect, it } from 'vitest';
import { fiftyKills } from './fifty-kills.js';

const script = join(import.meta.dirname, 'acting-on-tasks.mjs');

interface Acknowledged {
  readonly name: string;
  readonly tasks: readonly { readonly id: string; readonly version: number; readonly state: string }[];
}

/** Acts that are on the disk, once everything was found to fit: rows, histories, files, and the chain. */
async function look(folder: string, said: readonly Acknowledged[]): Promise<number> {
  const office = await Office.open({ folder, clock: systemClock });
  try {
    expect(await office.ledger.verify()).toMatchObject({ ok: true, faults: [] });
    const database = office.ledger.database<{
      programme_tasks: { id: string; state: string; version: number; title: string; files: number };
      programme_task_files: { task: string; version: number; sha256: string; struck_at: string | null };
    }>();
    const rows = await database.selectFrom('programme_tasks').selectAll().execute();
    const files = await database.selectFrom('programme_task_files').selectAll().execute();
    const instances = new Map(
      await Promise.all(
        rows.map(async ({ id }) => [id, await new Instances(office.ledger, []).get('programme-task', id)] as const),
      ),
    );
    for (const { id, state, version, files: count } of rows) {
      const instance = instances.get(id);
      const named = (instance?.history ?? []).filter(({ act }) => act === 'evidence');
      expect([id, instance?.state, instance?.version, named.length]).toEqual([id, state, version, count]);
      expect(files.filter(({ task }) => task === id).map((file) => file.version)).toEqual(
        named.map((one) => one.version),
      );
    }
    // A file lies there, whole, before an act names it.
    for (const { sha256 } of files) expect((await office.store.getFile(sha256)).length).toBeGreaterThan(0);
    // Both tasks of an assignment are there, or none.
    const titles = rows.map(({ title }) => title);
    expect(titles.filter((title) => titles.filter((one) => one === title).length !== 2)).toEqual([]);
    for (const { name, tasks } of said) {
      for (const { id, version, state } of tasks) {
        const entry = instances.get(id)?.history.find((one) => one.version === version);
        expect([name, id, version, entry?.to]).toEqual([name, id, version, state]);
      }
    }
    const acts = (await office.ledger.acts()).filter(({ kind }) => kind.startsWith('task:'));
    const entries = [...instances.values()].flatMap((instance) => instance?.history ?? []);
    expect(acts.length).toBe(entries.length);
    return acts.length;
  } finally {
    await office.close();
  }
}

it('50 kills during mixed acts on tasks lose none that was acknowledged, and leave none half', async () => {
  const { acknowledged, kinds } = await fiftyKills(script, 25, look);
  expect(acknowledged).toBeGreaterThan(300);
  expect(kinds).toBeGreaterThan(6);
});
