import { UserFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { ScreenRunAnswer } from '../answers-screening.js';
import type { CommandContext } from '../commands/command.js';
import { writeFacts } from '../decisions/write-facts.js';
import type { ScreenJobInput, ScreenJobOutput } from '../jobs/screen-job.js';
import type { Office } from '../office.js';
import type { Vintage } from '../vintage.js';
import { findVintage } from '../vintages.js';
import { pairsOfRun, type ScreeningRun, screeningAct } from './screening-run.js';

/**
 * Screens a release, the newest when none is named. A run that sees what the newest one saw, and keeps the same for the next, makes no act. Throws `release-missing`, `not-found`,
 * `screening-rules-wrong`.
 */
export async function runScreening(
  { release: name }: { readonly release?: string },
  { office, actor, onProgress, signal }: CommandContext,
): Promise<ScreenRunAnswer> {
  const startedAt = office.clock.now().getTime();
  const { act } = await office.release(name);
  const newest = await newestRun(office);
  const input: ScreenJobInput = {
    lakeFolder: office.paths.lake,
    workFolder: office.paths.work,
    definitionsFolder: office.definitionsFolder,
    releaseHash: act.hash,
    facts: await writeFacts(office, office.today(), await vintagesOf(office)),
    baselines: newest?.baselines ?? null,
    former: (await newestOfAnother(office, act.hash))?.segments.groups ?? null,
    before: newest?.kept ?? null,
    pairsBefore: newest === null ? null : pairsOfRun(newest),
    releaseBefore: newest?.releaseHash ?? null,
  };
  const output = await office.runJob<ScreenJobOutput>({ job: 'screen', input }, onProgress, signal);
  const { run, hash } = output;
  if (newest?.name !== run.name || !keepsTheSame(newest, run)) await office.act(actor, screeningAct, run.name, hash);
  const { documents, texts, classes, candidates, pairs, groups, clues, capped, families, undated } = run;
  return {
    ...{ run: run.name, release: run.release, documents, classes, candidates, pairs, groups, clues, capped },
    ...{ texts, families, undated, seconds: (office.clock.now().getTime() - startedAt) / 1000 },
  };
}

/** Whether the next run begins with the same after either. */
function keepsTheSame(one: ScreeningRun, other: ScreeningRun): boolean {
  return canonicalHash(one.kept ?? null) === canonicalHash(other.kept ?? null);
}

/** The newest run; null before the first. */
export async function newestRun(office: Office): Promise<ScreeningRun | null> {
  const act = await office.ledger.last(screeningAct);
  return act === null ? null : ((await office.store.getJson(act.hash)) as ScreeningRun);
}

/** The newest run over another release; null when there is none. */
async function newestOfAnother(office: Office, releaseHash: string): Promise<ScreeningRun | null> {
  for (const { hash } of (await office.ledger.acts(screeningAct)).toReversed()) {
    const run = (await office.store.getJson(hash)) as ScreeningRun;
    if (run.releaseHash !== releaseHash) return run;
  }
  return null;
}

/** A run by name; the newest when none is named. Throws `screening-missing`, `not-found`. */
export async function screeningRun(office: Office, name?: string): Promise<ScreeningRun> {
  const act = await office.ledger.last(screeningAct, name);
  if (act !== null) return (await office.store.getJson(act.hash)) as ScreeningRun;
  if (name === undefined) throw new UserFault('screening-missing', { expected: 'a release that was screened' });
  throw new UserFault('not-found', { found: name, expected: 'a run of `screen run`', values: { name } });
}

/** The newest vintage, whose facts may be those of today. */
async function vintagesOf(office: Office): Promise<Vintage[]> {
  const found = await findVintage(office);
  return found === null ? [] : [found.vintage];
}
