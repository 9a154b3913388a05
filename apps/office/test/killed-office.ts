import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, collectObjects, jobsHere, Office } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { localOperator, systemClock } from '@zhiheng/vocabulary';
import { expect } from 'vitest';

const script = join(import.meta.dirname, 'killed-office.mjs');
const rows = '202310000001,invention,2023-01-05\n202310000002,invention,2023-01-06\n';

const mappingOfTexts = `table: patents
columns: { number: n, kind: k, filed_on: f, abstract: t }
covers: { kinds: [invention], filed: [2023-01-01, 2023-01-31], completeness: full }
`;
/** Eight rows whose texts are nearly the same. */
const pumps = Array.from(
  { length: 8 },
  (_, at) =>
    `20231000000${at},invention,2023-01-05,一种水泵，包括壳体与叶轮，所述壳体的第${at}侧设有进水口，叶轮与电机的轴相连。\n`,
);

/** A folder in which commands are carried out by processes that kill themselves at a named point. */
export class KilledOffice {
  readonly #folder = mkdtempSync(join(tmpdir(), 'zhiheng-killed-'));
  readonly #data = join(this.#folder, 'data');
  readonly #load: { readonly paths: string[]; readonly mapping: string };

  constructor() {
    const [table, mapping] = [join(this.#folder, 'a.csv'), join(this.#folder, 'm.yaml')];
    writeFileSync(mapping, 'table: patents\ncolumns: { number: n, kind: k, filed_on: f }\n');
    writeFileSync(table, `n,k,f\n${rows}`);
    this.#load = { paths: [table], mapping };
  }

  /** A load that ends at the n-th passing of a point leaves nothing, and can be done again. */
  async killLoad(point: string, count: number): Promise<void> {
    expect(await this.#signalOf(point, count, 'load', this.#load)).toBe('SIGKILL');
    await this.use(async (office) => {
      expect(await office.ledger.acts()).toEqual([]);
      expect((await office.holdings()).revision).toBe(0);
      expect(existsSync(join(office.paths.lake, 'incoming'))).toBe(false);
      await collectObjects(office);
      for await (const object of office.store.list()) throw new Error(`an orphan stayed: ${object.sha256}`);
      expect((await done(office, 'load', this.#load)).json as LoadResult).toMatchObject({ read: 2, loaded: 2 });
    });
  }

  /** A load that ends behind its act is there. */
  async killAcknowledgedLoad(): Promise<void> {
    expect(await this.#signalOf('after-act', 1, 'load', this.#load)).toBe('SIGKILL');
    await this.use(async (office) => {
      expect((await office.ledger.acts('load')).length).toBe(1);
      expect((await office.holdings()).tables.patents?.rows).toBe(2);
    });
  }

  /** A release that ends at a point is whole or none; `releases`: how many there are then. */
  async killRelease(point: string, releases: number): Promise<void> {
    await this.use((office) => done(office, 'load', this.#load));
    expect(await this.#signalOf(point, 1, 'release-create', { name: 'r' })).toBe('SIGKILL');
    await this.use(async (office) => {
      expect((await office.ledger.acts('release')).length).toBe(releases);
      await collectObjects(office);
      if (releases === 0) await done(office, 'release-create', { name: 'r' });
      const verified = await done(office, 'release-verify', { name: 'r' });
      expect(verified).toMatchObject({ exit: 0, json: { ok: true, faults: [] } });
    });
  }

  /** A screening that ends at the n-th passing of a point is whole or none, of `runs` then; the next begins with what the last one kept. */
  async killScreening(point: string, count: number, runs: number): Promise<void> {
    const file = (name: string, text: string) => {
      const path = join(this.#folder, name);
      writeFileSync(path, text);
      return path;
    };
    const mapping = file('t.yaml', mappingOfTexts);
    await this.use(async (office) => {
      for (const [name, from, to] of [
        ['one', 0, 5],
        ['two', 5, 8],
      ] as const) {
        const table = file(`${name}.csv`, `n,k,f,t\n${pumps.slice(from, to).join('')}`);
        await done(office, 'load', { paths: [table], mapping });
        await done(office, 'release-create', { name, accept: [] });
      }
      await done(office, 'screen-run', { release: 'one' });
    });
    expect(await this.#signalOf(point, count, 'screen-run', { release: 'two' })).toBe('SIGKILL');
    await this.use(async (office) => {
      expect((await office.ledger.acts('screening')).length).toBe(runs);
      expect(existsSync(join(office.paths.lake, 'incoming'))).toBe(false);
      await collectObjects(office);
      const { json } = await done(office, 'screen-run', { release: 'two' });
      const texts = runs === 1 ? { taken: 3, kept: 5 } : { taken: 0, kept: 8 };
      expect(json).toMatchObject({ documents: 8, texts: { ...texts, left: 0, remade: null } });
      expect((await office.ledger.acts('screening')).length).toBe(2);
    });
  }

  async use<T>(use: (office: Office) => Promise<T>): Promise<T> {
    const office = await Office.open({ folder: this.#data, clock: systemClock, runJob: jobsHere(nodeDisk) });
    try {
      return await use(office);
    } finally {
      await office.close();
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #signalOf(point: string, count: number, command: string, input: object): Promise<string | null> {
    const words = [this.#data, point, String(count), command, JSON.stringify(input)];
    return new Promise((told) => {
      execFile(process.execPath, [script, ...words], (error) => told(error?.signal ?? null));
    });
  }
}

const done = (office: Office, command: string, input: object) =>
  carryOut(command, input, { office, actor: localOperator('test'), onProgress: () => {} });
