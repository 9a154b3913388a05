import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import type { SynthesisAnswer } from '../../jobs/synthesise-job.js';
import type { Office } from '../../office.js';
import type { ComputeAnswer } from '../../vintages.js';
import { columnsRead, scanColumns } from './column-scan.js';
import { type MeasuredOffice, openMeasuredOffice, timedCommand, timedRelease } from './measured-office.js';
import { type NextMonth, writeNextMonth } from './next-month.js';

interface InOffice {
  readonly office: MeasuredOffice;
}

/** Parts of `bench indicators`, each run in a process of its own. */
export const indicatorMeasures = {
  /** Makes an office of some applications, loads and freezes it. */
  async make({ office: at, patents, seed }: InOffice & { readonly patents: number; readonly seed: number }) {
    const out = join(at.folder, '../made');
    return inOffice(at, async (office) => {
      const made = await timedCommand<SynthesisAnswer>(office, 'synthesise', { patents, seed, texts: 'none', out });
      const place = (name: string) => join(out, name);
      const load = await timedCommand(office, 'load', {
        paths: made.answer.files.map(place),
        mapping: made.answer.mappings.map(place),
      });
      return { synthesis: made.seconds, load: load.seconds, release: await timedRelease(office, 'first') };
    });
  },

  /** Computes every definition over the newest release. */
  async compute({ office: at }: InOffice) {
    return inOffice(at, async (office) => {
      const { answer, seconds } = await timedCommand<ComputeAnswer>(office, 'compute', { effective: '2024-03-31' });
      return { seconds, answer };
    });
  },

  /** Reads the columns that definitions of these texts are computed from, some times over: the seconds of each. */
  async scan({ office: at, texts, rounds }: InOffice & { readonly texts: readonly string[]; readonly rounds: number }) {
    const columns = columnsRead(texts);
    return inRelease(at, async (session) => {
      const seconds: number[] = [];
      // The first one warms what the disk has to give.
      for (let round = 0; round <= rounds; round += 1) {
        const startedAt = performance.now();
        await scanColumns(session, columns);
        if (round > 0) seconds.push((performance.now() - startedAt) / 1000);
      }
      return { seconds, columns: Object.values(columns).reduce((sum, names) => sum + names.length, 0) };
    });
  },

  /** Writes the next month, loads it and freezes it. */
  async addMonth({ office: at, into }: InOffice & { readonly into: string }) {
    await mkdir(into, { recursive: true });
    const month: NextMonth = await inRelease(at, (session) => writeNextMonth(session, into), into);
    return inOffice(at, async (office) => {
      const input = { paths: [month.table], mapping: { path: 'next-month.yaml', text: month.mapping } };
      const { answer, seconds } = await timedCommand<{ loaded: number; replaced: number; quarantined: number }>(
        office,
        'load',
        input,
      );
      const { loaded, replaced, quarantined } = answer;
      const release = await timedRelease(office, 'next-month');
      return { month: month.month, rows: month.rows, loaded, replaced, quarantined, load: seconds, release };
    });
  },
};
export type IndicatorMeasures = typeof indicatorMeasures;

async function inOffice<T>(at: MeasuredOffice, use: (office: Office) => Promise<T>): Promise<T> {
  const office = await openMeasuredOffice(at);
  try {
    return await use(office);
  } finally {
    await office.close();
  }
}

/** A session over the newest release, in the memory that computing has. */
function inRelease<T>(at: MeasuredOffice, use: (session: LakeSession) => Promise<T>, writeFolder?: string): Promise<T> {
  return inOffice(at, async (office) => {
    const { release } = await office.release();
    const session = await openLakeSession(release satisfies Release, office.store, wholeOffice, {
      memoryLimit: '2GB',
      spillFolder: join(office.paths.work, 'spill'),
      ...(writeFolder === undefined ? {} : { writeFolder }),
    });
    try {
      return await use(session);
    } finally {
      session.close();
    }
  });
}
