import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComputedDefinition, figureSets, planAdmission } from '@zhiheng/indicators';
import { type LakeSession, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { OwnFault, wholeOffice } from '@zhiheng/vocabulary';
import { computingMemory } from '../../jobs/compute-segments.js';
import { writeAdmission } from '../../jobs/write-admission.js';
import { knownSpan } from '../../known-span.js';
import type { Office } from '../../office.js';
import { currentReference } from '../../reference.js';
import { type Took, timed } from './measured-office.js';

/**
 * Computes definitions in one pass as `compute` does, and writes their figures and nothing else: no cards, nor what else openings read. That is
 * what computing them one by one comes to.
 */
export async function computeTogether(
  office: Office,
  release: Release,
  definitions: readonly ComputedDefinition[],
): Promise<Took> {
  const plan = planAdmission(definitions);
  const within = async <T>(beside: readonly Segment[], use: (session: LakeSession) => Promise<T>): Promise<T> => {
    const session = await openLakeSession(release, office.store, wholeOffice, {
      memoryLimit: computingMemory,
      spillFolder: join(office.paths.work, 'spill'),
      writeFolder: office.store.incomingFolder,
      beside,
    });
    return use(session).finally(() => session.close());
  };
  const { seconds, cpuSeconds } = await timed(async () => {
    const { parts } = await within([], (session) =>
      writeAdmission(plan, session, office.store, {
        records: release.tables.patents?.rows ?? 0,
        spillFolder: join(office.paths.work, 'spill-admission'),
      }),
    );
    await within(Object.values(parts).flat(), async (session) => {
      for (const [name, segments] of Object.entries(parts)) await session.showSegments(name, { segments });
      const scope = { areas: currentReference(office).areas(), ...knownSpan(release) };
      for await (const { definition, sql } of figureSets(plan, session, scope)) {
        if (sql === null) throw new OwnFault(`${definition.id} tells nothing`);
        const path = await office.store.incomingPath('parquet');
        await session.writeParquet(sql, path);
        await rm(path);
      }
    });
  });
  return { seconds, cpuSeconds };
}
