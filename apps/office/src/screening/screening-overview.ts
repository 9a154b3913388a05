import type { Scope } from '@zhiheng/vocabulary';
import type { ScreenedRun, ScreenJob, ScreenOverview } from '../answers-screening-shown.js';
import { clueRules, groundsOf } from '../decisions/screening-rules.js';
import type { Office } from '../office.js';
import { runningJobs } from '../running-jobs.js';
import { screeningRun } from './run-screening.js';
import { type ScreeningRun, screeningAct } from './screening-run.js';
import { withRun } from './screening-session.js';

/** What a run looked at, the newest when none is named, with the rules of the office. Throws `not-found`, `screening-rules-wrong`. */
export async function screeningOverview(
  office: Office,
  name: string | undefined,
  scope: Scope,
): Promise<ScreenOverview> {
  const acts = (await office.ledger.acts(screeningAct)).toReversed();
  const runs = await Promise.all(acts.map(async ({ hash }) => (await office.store.getJson(hash)) as ScreeningRun));
  const run = runs.length === 0 && name === undefined ? null : await screeningRun(office, name);
  const used = new Set(run?.rules);
  const rules = clueRules(office.definitionsFolder).map(
    ({ id, names, explanation, hint, source, provisional, spans }) => ({
      ...{ id, names, explanation, hint, source, provisional },
      spans: spans.map((span) => ({ ...span, used: used.has(span.version) })),
    }),
  );
  return {
    runs: runs.map(({ name: one, release, createdAt, clues }) => ({ run: one, release, createdAt, clues })),
    run: run === null ? null : await screenedRun(office, run, scope),
    job: screenJob(office),
    rules,
    grounds: groundsOf(office.definitionsFolder),
  };
}

function screenJob(office: Office): ScreenJob | null {
  const found = runningJobs(office)
    .list()
    .find(({ command }) => command === 'screen-run');
  if (found === undefined) return null;
  const { id, startedAt, state, progress, outcome } = found;
  return { id, startedAt, state, progress, fault: outcome?.fault ?? null };
}

async function screenedRun(office: Office, run: ScreeningRun, scope: Scope): Promise<ScreenedRun> {
  const [clues, groups, synthetic] = await withRun(office, run, scope, async (session) => [
    await session.rows<{ family: string; ground: string; shown: number }>(
      'SELECT family, ground, count(*) AS shown FROM clue GROUP BY family, ground ORDER BY family, ground',
    ),
    await session.rows<{ shown: number }>('SELECT count(DISTINCT grp) AS shown FROM group_member'),
    await session.rows("SELECT id FROM patents WHERE dataset = 'synthetic' LIMIT 1"),
  ]);
  const shownBy = (key: 'family' | 'ground', value: string) =>
    clues.reduce((sum, row) => (row[key] === value ? sum + row.shown : sum), 0);
  const { release, createdAt, documents, classes, candidates, pairs, undated } = run;
  return {
    run: run.name,
    ...{ release, createdAt, documents, classes, candidates, pairs, undated },
    ...{ groups: run.groups, clues: run.clues, capped: cappedByStage(run) },
    families: run.families.map((one) => ({ ...one, shown: shownBy('family', one.family) })),
    grounds: [...new Set(clues.map(({ ground }) => ground))]
      .sort()
      .map((ground) => ({ ground, shown: shownBy('ground', ground) })),
    shown: { clues: clues.reduce((sum, row) => sum + row.shown, 0), groups: groups[0]?.shown ?? 0 },
    synthetic: synthetic.length > 0,
  };
}

function cappedByStage({ capped }: ScreeningRun): ScreenedRun['capped'] {
  const by = new Map<string, ScreenedRun['capped'][number]>();
  for (const { field, stage, members, kept } of capped) {
    const known = by.get(`${field} ${stage}`) ?? { field, stage, buckets: 0, members: 0, kept: 0 };
    const told = { buckets: known.buckets + 1, members: known.members + members, kept: known.kept + kept };
    by.set(`${field} ${stage}`, { field, stage, ...told });
  }
  return [...by.values()];
}
