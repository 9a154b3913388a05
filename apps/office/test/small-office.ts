import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Disk, nodeDisk } from '@zhiheng/lake';
import type { LedgerPlace } from '@zhiheng/ledger';
import { type CommandOutcome, carryOut, collectObjects, jobsHere, Office, type SynthesisAnswer } from '@zhiheng/office';
import { localOperator, systemClock } from '@zhiheng/vocabulary';

const shipped = join(import.meta.dirname, '../../../definitions');
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, area: a }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;

export interface Look {
  /** By kind and object. */
  readonly acts: readonly string[];
  readonly objects: number;
  /** True when something lies on its way in. */
  readonly incoming: boolean;
  readonly verified: unknown;
}

/** A folder with one small table, a mapping and two definitions, and an office in it that runs its jobs here. */
export class SmallOffice {
  readonly path = mkdtempSync(join(tmpdir(), 'zhiheng-small-'));
  readonly data = join(this.path, 'data');
  readonly definitions = join(this.path, 'definitions');

  constructor(readonly ledger?: LedgerPlace) {
    writeFileSync(join(this.path, 'm.yaml'), mapping);
    for (const name of ['reference', 'programmes', 'screening']) {
      cpSync(join(shipped, name), join(this.definitions, name), { recursive: true });
    }
    mkdirSync(join(this.definitions, 'indicators'));
    for (const name of ['patent-applications.yaml', 'patent-grants.yaml']) {
      copyFileSync(join(shipped, 'indicators', name), join(this.definitions, 'indicators', name));
    }
  }

  /** Writes a table of grants of January 2023, numbered from `first`; gives the words of its load. */
  table(name: string, first: number, rows: number): { paths: string[]; mapping: string } {
    const lines = Array.from({ length: rows }, (_, at) => {
      const day = String(1 + (at % 28)).padStart(2, '0');
      return `2023100${String(first + at).padStart(5, '0')},invention,2023-01-05,2023-01-${day},440000\n`;
    });
    writeFileSync(join(this.path, name), `n,k,f,g,a\n${lines.join('')}`);
    return { paths: [join(this.path, name)], mapping: join(this.path, 'm.yaml') };
  }

  /** Makes and loads synthetic records. */
  async synthetic(size: { readonly patents: number; readonly marks?: number; readonly seed: number }): Promise<void> {
    const out = join(this.path, 'synthetic');
    const made = (await this.run('synthesise', { ...size, out })).json as SynthesisAnswer;
    const inFolder = (name: string) => join(out, name);
    await this.run('load', { paths: made.files.map(inFolder), mapping: made.mappings.map(inFolder) });
  }

  /** Opens the office; whoever opens it closes it. */
  open(disk: Disk = nodeDisk): Promise<Office> {
    const { data: folder, definitions } = this;
    return Office.open({
      folder,
      definitions,
      clock: systemClock,
      disk,
      runJob: jobsHere(disk),
      ...(this.ledger && { ledger: this.ledger }),
    });
  }

  /** Opens the office, uses it and closes it again. */
  async use<T>(use: (office: Office) => Promise<T>, disk: Disk = nodeDisk): Promise<T> {
    const office = await this.open(disk);
    try {
      return await use(office);
    } finally {
      await office.close();
    }
  }

  /** Carries out one command in an office of its own moment. */
  run(name: string, input: object, disk: Disk = nodeDisk): Promise<CommandOutcome> {
    return this.use(
      (office) => carryOut(name, input, { office, actor: localOperator('test'), onProgress: () => {} }),
      disk,
    );
  }

  /** What the folder holds when it is opened again; what no act names is removed first. `verify`: a release to verify. */
  look(verify?: string): Promise<Look> {
    return this.use(async (office) => {
      await collectObjects(office);
      const context = { office, actor: localOperator('test'), onProgress: () => {} };
      return {
        acts: (await office.ledger.acts()).map(({ kind, object }) => `${kind} ${object}`),
        objects: this.#objects(),
        incoming: existsSync(join(this.data, 'lake/incoming')),
        verified: verify === undefined ? null : (await carryOut('release-verify', { name: verify }, context)).json,
      };
    });
  }

  #objects(): number {
    const objects = join(this.data, 'lake/objects');
    if (!existsSync(objects)) return 0;
    return readdirSync(objects, { recursive: true }).filter((name) => /\.(?:parquet|json)$/.test(String(name))).length;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
