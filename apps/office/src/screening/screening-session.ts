import { type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { type Scope, scopeName } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { showPairs } from './pair-parts.js';
import { pairsOfRun, type ScreeningRun, segmentsOfRun } from './screening-run.js';

/** Lends a session over the records that a run looked at, as far as a scope shows them, with the rows of the run that are theirs. */
export async function withRun<T>(
  office: Office,
  run: ScreeningRun,
  scope: Scope,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const open = async () => {
    const release = (await office.store.getJson(run.releaseHash)) as Release;
    const beside = segmentsOfRun(run);
    return openLakeSession(release, office.store, scope, { memoryLimit: '2GB', check: 'when-named', beside });
  };
  return office.sessions.use(`screening ${run.name} ${scopeName(scope)}`, open, async (session) => {
    const { clues, groups } = run.segments;
    await session.showSegments('clue', { segments: [clues], recordsOf: 'patents' });
    await showPairs(session, pairsOfRun(run));
    await session.showSegments('group_member', { segments: [groups], recordsOf: 'patents' });
    return use(session);
  });
}

/** SQL behind an ORDER BY for so many rows; left out: all of them. */
export function limitSql(limit: number | undefined): string {
  return limit === undefined ? '' : ` LIMIT ${Math.max(1, Math.floor(limit))}`;
}
