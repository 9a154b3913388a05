import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyHoldings, type Holdings, nodeDisk, ObjectStore, Session } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { PersonName } from '../src/index.js';
import { type Load, loadFiles } from '../src/loading/load-files.js';
import type { LoadRequest } from '../src/loading/load-request.js';
import type { WorkerPlan } from '../src/loading/reading-workers.js';
import { placeSheets } from './sources.js';

/** The built program: a thread cannot start from a source file. */
export const workerEntry = new URL('../dist/loading/block-worker.js', import.meta.url);

export interface Tried {
  readonly load: Load;
  /** Current rows, history and replaced rows of every table, and the quarantine, in one order. */
  readonly tables: Readonly<Record<string, readonly object[]>>;
  /** Names that the load hands over, in its order. */
  readonly names: readonly PersonName[];
}

/** Loads files into a lake of its own and tells all that came of it. */
export async function tryLoad(
  request: LoadRequest,
  workers: WorkerPlan,
  holdings = emptyHoldings,
  onProgress: OnProgress = () => {},
): Promise<Tried> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-load-'));
  try {
    const store = new ObjectStore(folder, nodeDisk);
    const names: PersonName[] = [];
    const load = await loadFiles(request, {
      store,
      holdings,
      placeSheets,
      clock: { now: () => new Date(0) },
      onProgress,
      workFolder: folder,
      memoryLimit: '256MB',
      people: {
        key: new Uint8Array(32),
        keepNames: async (batch) => {
          names.push(...batch);
        },
      },
      workers: { entry: workerEntry, fromBytes: 0, ...workers },
    });
    return { load, names, tables: load.holdings === null ? {} : await rowsOf(load.holdings, store) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rowsOf({ tables, quarantine }: Holdings, store: ObjectStore): Promise<Record<string, object[]>> {
  const session = await Session.open();
  try {
    const rows: Record<string, object[]> = {};
    const read = async (name: string, segments: Holdings['quarantine']): Promise<void> => {
      if (segments.length === 0) return;
      const paths = segments.map(({ sha256 }) => `'${store.pathOf(sha256, 'parquet')}'`).join(', ');
      const columns = hasHash(name) ? '* REPLACE (CAST(content_hash AS VARCHAR) AS content_hash)' : '*';
      rows[name] = await session.rows(`SELECT ${columns} FROM read_parquet([${paths}]) ORDER BY ALL`);
    };
    for (const [name, { segments, history, replaced }] of Object.entries(tables)) {
      await read(name, segments);
      await read(`${name} of the past`, history);
      await read(`${name} replaced`, replaced);
    }
    await read('quarantine', quarantine);
    return rows;
  } finally {
    session.close();
  }
}

/** Head tables carry a hash too large for a number. */
const hasHash = (name: string): boolean => name === 'patents' || name === 'patents of the past';
