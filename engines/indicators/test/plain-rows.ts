import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ComputeScope, computeObservations } from '../src/compute/compute-observations.js';
import type { ComputedDefinition } from '../src/definition.js';
import type { StoredObservation } from '../src/figure/observation-store.js';
import type { MemorySession } from './memory-session.js';

/** The observation set of one definition, computed alone. */
export async function plainRows(
  definition: ComputedDefinition,
  session: MemorySession,
  scope: ComputeScope,
): Promise<StoredObservation[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-plain-'));
  const path = join(folder, 'set.parquet');
  await computeObservations(definition, session, { ...scope, path });
  const rows = await session.rows<StoredObservation>(`SELECT * FROM read_parquet('${path}')`);
  await rm(folder, { recursive: true });
  return rows;
}
