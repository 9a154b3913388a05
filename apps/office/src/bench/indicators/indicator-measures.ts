import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComputedDefinition, isComputed } from '@zhiheng/indicators';
import { type LakeSession, openLakeSession } from '@zhiheng/lake';
import { OwnFault, wholeOffice } from '@zhiheng/vocabulary';
import { computingMemory } from '../../jobs/compute-segments.js';
import type { SynthesisAnswer } from '../../jobs/synthesise-job.js';
import { knownSpan } from '../../known-span.js';
import type { Office } from '../../office.js';
import { currentReference } from '../../reference.js';
import { type StoredSet, segmentsOfSet, setOf } from '../../stored-set.js';
import type { Vintage } from '../../vintage.js';
import { type ComputeAnswer, findVintage } from '../../vintages.js';
import { computeAlone, demandSame } from './alone.js';
import { columnsRead, scanColumns } from './column-scan.js';
import { type MeasuredOffice, openMeasuredOffice, timed, timedCommand, timedRelease } from './measured-office.js';
import { multiplyRelease } from './multiply-release.js';
import { monthRelease, type NextMonth, writeNextMonth } from './next-month.js';
import { countBesidePostgres } from './postgres-beside.js';
import { openingsOf, sampleFigures } from './sampled-openings.js';
import { scannedText } from './scanned-text.js';
import { computeTogether } from './together.js';

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
      const { answer, seconds, cpuSeconds } = await timedCommand<ComputeAnswer>(office, 'compute', {
        effective: '2024-03-31',
      });
      const { release } = await office.release(answer.release);
      return { seconds, cpuSeconds, answer, records: release.tables.patents?.rows ?? 0 };
    });
  },

  /** Freezes a release (left out: the newest) once more with each record so many times, under shifted numbers. */
  async multiply({ office: at, times, of }: InOffice & { readonly times: number; readonly of?: string }) {
    return inOffice(at, (office) => timed(() => multiplyRelease(office, times, of)));
  },

  /** The name of the newest release. */
  async newest({ office: at }: InOffice) {
    return inOffice(at, async (office) => ({ name: (await office.release()).release.name }));
  },

  /**
   * Reads the columns that definitions of these texts (null: all that the office has) are computed from, some times over: the seconds of
   * each.
   */
  async scan({
    office: at,
    texts,
    rounds,
  }: InOffice & { readonly texts: readonly string[] | null; readonly rounds: number }) {
    const columns = columnsRead(texts ?? (await inOffice(at, async (office) => catalogueTexts(office))));
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

  /** Computes the definitions of the newest vintage in one pass, and nothing but their figures. */
  async together({ office: at }: InOffice) {
    return inOffice(at, async (office) => {
      const { vintage } = await newestSets(office);
      const { release } = await office.release(vintage.release);
      return computeTogether(office, release, computedOf(vintage));
    });
  },

  /** Computes the definitions of the newest vintage one by one and compares what comes out with what it holds. */
  async alone({ office: at }: InOffice) {
    return inOffice(at, async (office) => {
      const { vintage, sets } = await newestSets(office);
      const { release } = await office.release(vintage.release);
      const definitions = computedOf(vintage);
      const session = await openLakeSession(release, office.store, wholeOffice, {
        // What one query lists of each area it holds at once, which computing together does not.
        memoryLimit: '8GB',
        spillFolder: join(office.paths.work, 'spill'),
        writeFolder: office.store.incomingFolder,
      });
      try {
        const alone = await computeAlone(office, release, definitions, session);
        return { took: alone.took, compared: await demandSame(office, release, alone.sets, sets) };
      } finally {
        session.close();
      }
    });
  },

  /** Has a PostgreSQL count some figures of the newest vintage, and compares every value. */
  async postgres({ office: at, url }: InOffice & { readonly url: string }) {
    return inOffice(at, async (office) => {
      const { vintage, sets } = await newestSets(office);
      const { release } = await office.release(vintage.release);
      return countBesidePostgres(office, url, release, sets);
    });
  },

  /** Figures to open: any of those that are stored, each as likely as another. */
  async sample({ office: at, openings, seed }: InOffice & { readonly openings: number; readonly seed: number }) {
    return inOffice(at, async (office) => {
      const { vintage, sets } = await newestSets(office);
      const { release } = await office.release(vintage.release);
      const session = await openLakeSession(release, office.store, wholeOffice, {
        beside: [...sets.values()].flatMap(segmentsOfSet),
      });
      try {
        return {
          openings: openingsOf(
            await sampleFigures(session, sets, { wanted: openings, seed, span: knownSpan(release) }),
          ),
        };
      } finally {
        session.close();
      }
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
      const release = await timedRelease(office, monthRelease);
      return { month: month.month, rows: month.rows, loaded, replaced, quarantined, load: seconds, release };
    });
  },
};
export type IndicatorMeasures = typeof indicatorMeasures;

function catalogueTexts(office: Office): string[] {
  return currentReference(office)
    .definitions()
    .flatMap((definition) => (isComputed(definition) ? [scannedText(definition)] : []));
}

function computedOf({ indicators }: Vintage): ComputedDefinition[] {
  return indicators.flatMap(({ definition }) => (isComputed(definition) ? [definition] : []));
}

async function newestSets(
  office: Office,
): Promise<{ readonly vintage: Vintage; readonly sets: Map<string, StoredSet> }> {
  const found = await findVintage(office);
  if (found === null) throw new OwnFault('nothing was computed yet');
  const { vintage } = found;
  const sets = vintage.indicators.flatMap(({ definition, observations }) =>
    observations === null ? [] : [[definition.id, setOf(observations)] as const],
  );
  return { vintage, sets: new Map(sets) };
}

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
    const session = await openLakeSession(release, office.store, wholeOffice, {
      memoryLimit: computingMemory,
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
