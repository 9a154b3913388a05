import { rm } from 'node:fs/promises';
import {
  type ComputedDefinition,
  computeObservations,
  figureSets,
  keepAdmission,
  planAdmission,
  type SetScope,
} from '@zhiheng/indicators';
import { type LakeSession, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { OwnFault, wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../../known-span.js';
import type { Office } from '../../office.js';
import { currentReference } from '../../reference.js';
import { type StoredSet, segmentsOfSet, showSet } from '../../stored-set.js';
import { type Took, timed } from './measured-office.js';

/** Dimensions that one query does not tell: a record can lie in several of their values. */
const several = /\b(?:condition|ipc_section|ipc_subclass)\b/;

/** Whether one query tells all figures of a definition. */
export function isPlain(definition: ComputedDefinition): boolean {
  if (definition.kind !== 'duration' && definition.count === 'holders') return false;
  if (definition.kind === 'stock' && definition.conditions.length > 0) return false;
  return definition.breakdowns.every((names) => !several.test(names.join(' ')));
}

/** What computing definitions one by one took, and what came out of those that one query tells. */
export interface ComputedAlone {
  /** What each definition took. */
  readonly took: Readonly<Record<string, Took>>;
  readonly sets: ReadonlyMap<string, Segment>;
}

/**
 * Computes definitions one after another, each as if it were the only one: by its one query where that tells all its figures, else over an
 * admission of itself.
 */
export async function computeAlone(
  office: Office,
  release: Release,
  definitions: readonly ComputedDefinition[],
  session: LakeSession,
): Promise<ComputedAlone> {
  const scope = { areas: currentReference(office).areas(), ...knownSpan(release) };
  const took: Record<string, Took> = {};
  const sets = new Map<string, Segment>();
  for (const definition of definitions) {
    const path = await office.store.incomingPath('parquet');
    if (!isPlain(definition)) {
      const { seconds, cpuSeconds } = await timed(() => writeAlone(definition, session, scope, path));
      took[definition.id] = { seconds, cpuSeconds };
      await rm(path, { force: true });
      continue;
    }
    const { answer, seconds, cpuSeconds } = await timed(() =>
      computeObservations(definition, session, { ...scope, path }),
    );
    took[definition.id] = { seconds, cpuSeconds };
    const { sha256, bytes } = await office.store.adopt(path, 'parquet');
    sets.set(definition.id, { sha256, rows: answer.observations, bytes, revision: 0 });
  }
  return { took, sets };
}

/** Writes the set of a definition over an admission of its own. */
async function writeAlone(definition: ComputedDefinition, session: LakeSession, scope: SetScope, path: string) {
  const plan = planAdmission([definition]);
  await keepAdmission(plan, session);
  for await (const { sql } of figureSets(plan, session, scope)) {
    if (sql !== null) await session.writeParquet(sql, path);
  }
}

/** How many values of some sets were compared with those of others, all of which must be the same. Throws our own fault where one is not. */
export async function demandSame(
  office: Office,
  release: Release,
  alone: ReadonlyMap<string, Segment>,
  together: ReadonlyMap<string, StoredSet>,
): Promise<number> {
  const pairs = [...alone].map(([id, one]) => ({ id, one, other: together.get(id) }));
  const beside = pairs.flatMap(({ one, other }) => [one, ...segmentsOfSet(other ?? null)]);
  const session = await openLakeSession(release, office.store, wholeOffice, { memoryLimit: '2GB', beside });
  try {
    let compared = 0;
    for (const { id, one, other } of pairs) {
      if (other === undefined) throw new OwnFault(`${id} was not computed with the others`);
      await session.showSegment('alone', one);
      const together = await showSet(session, 'together', other, knownSpan(release));
      const [sums] = await session.rows<{ rows: number; unlike: number }>(unlikeSql(together));
      if (sums === undefined || sums.unlike > 0)
        throw new OwnFault(`${id}: ${sums?.unlike} values differ from its own query`);
      compared += sums.rows;
    }
    return compared;
  } finally {
    session.close();
  }
}

const keys = ['office', 'dataset', 'area', 'period', 'breakdown', 'statistic'];
const unlikeSql = (relation: string) => `SELECT count(*) AS rows, count(*) FILTER (WHERE
  alone.n IS DISTINCT FROM together.n OR alone.numerator IS DISTINCT FROM together.numerator
  OR alone.value IS DISTINCT FROM together.value AND NOT abs(alone.value - together.value) <= 1e-9 * greatest(1, abs(alone.value))) AS unlike
FROM alone FULL JOIN (SELECT * FROM ${relation}) AS together ON ${keys.map((name) => `alone.${name} IS NOT DISTINCT FROM together.${name}`).join(' AND ')}`;
