import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Act, Ledger, openSigningKey } from '@zhiheng/ledger';
import { expect } from 'vitest';

const script = join(import.meta.dirname, 'writing-ledger.mjs');

/** What became of the acts of many killed writers. */
export interface KillCount {
  readonly acknowledged: number;
  /** Acts that were on the disk and not yet acknowledged when their writer died. */
  readonly unsaid: number;
  /** Kills that came before the first act of their writer. */
  readonly early: number;
}

/** Lets writers work on one folder, kills each (SIGKILL) at a random moment, and looks at the folder after each kill. */
export async function killWriters(kills: number): Promise<KillCount> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-kills-'));
  const said = new Map<number, string>();
  let [unsaid, early] = [0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    // Every tenth dies while it opens the folder, the others after a random number of acts.
    const acts = kill % 10 === 9 ? 0 : 1 + Math.floor(Math.random() * 40);
    const lines = await writeAndDie(folder, acts);
    if (lines.length === 0) early += 1;
    for (const { number, chain } of lines) said.set(number, chain);
    unsaid += await look(folder, said);
  }
  rmSync(folder, { recursive: true, force: true });
  return { acknowledged: said.size - unsaid, unsaid, early };
}

type Said = Pick<Act, 'number' | 'chain'>;

function writeAndDie(folder: string, acts: number): Promise<Said[]> {
  return new Promise((settle, fail) => {
    const writer = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [text, complaint] = ['', ''];
    const killSoon = (within: number) => setTimeout(() => writer.kill('SIGKILL'), Math.random() * within);
    if (acts === 0) killSoon(500);
    writer.stdout.setEncoding('utf8').on('data', (more: string) => {
      const before = text.split('\n').length - 1;
      text += more;
      if (before < acts && text.split('\n').length - 1 >= acts) killSoon(5);
    });
    writer.stderr.setEncoding('utf8').on('data', (more: string) => {
      complaint += more;
    });
    writer.once('close', (_, signal) => {
      if (signal !== 'SIGKILL') fail(new Error(`the writer ended by itself: ${complaint}`));
      const lines = text.split('\n').slice(0, -1);
      settle(lines.map((line) => JSON.parse(line) as Said));
    });
  });
}

/** Every acknowledged act is there, the chain holds, changes and acts fit, and what was erased is in no file. Gives the unsaid acts. */
async function look(folder: string, said: Map<number, string>): Promise<number> {
  const signing = { office: 'CN', key: openSigningKey(join(folder, 'ledger.key')) };
  const ledger = await Ledger.open({ engine: 'sqlite', path: join(folder, 'ledger.sqlite') }, [], { signing });
  try {
    expect(await ledger.verify()).toMatchObject({ ok: true, faults: [] });
    expect(await ledger.faults()).toEqual([]);
    const acts = await ledger.acts();
    const chains = new Map(acts.map(({ number, chain }) => [number, chain]));
    expect([...said].filter(([number, chain]) => chains.get(number) !== chain)).toEqual([]);
    const noted = acts.filter(({ kind }) => kind === 'noted').map(({ object }) => object);
    expect(await notesOf(ledger, acts.length > 0)).toEqual(noted.toSorted());
    const erased = acts.filter(({ kind }) => kind === 'erase').map(({ object }) => object);
    const kept = acts.filter(({ kind, object }) => kind === 'kept' && !erased.includes(object));
    const content = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString(
      'latin1',
    );
    const isThere = (object: string) => content.includes(`secret of ${object}.`);
    expect(erased.filter(isThere)).toEqual([]);
    expect(kept.filter(({ object }) => !isThere(object))).toEqual([]);
    const unsaid = acts.filter(({ number }) => !said.has(number));
    for (const { number, chain } of unsaid) said.set(number, chain);
    return unsaid.length;
  } finally {
    await ledger.close();
  }
}

async function notesOf(ledger: Ledger, made: boolean): Promise<string[]> {
  if (!made) return [];
  const database = ledger.database<{ notes: { object: string } }>();
  const rows = await database.selectFrom('notes').select('object').orderBy('object').execute();
  return rows.map(({ object }) => object);
}
