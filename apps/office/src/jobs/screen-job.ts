import { join } from 'node:path';
import { ObjectStore, type Release, type Segment } from '@zhiheng/lake';
import { type BaselineBook, pairsVersion } from '@zhiheng/screening';
import { systemClock } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { clueRules } from '../decisions/screening-rules.js';
import { type VintageFacts, withFacts } from '../decisions/vintage-facts.js';
import { formerGroups } from '../screening/former-groups.js';
import { judgeRecords } from '../screening/judge-records.js';
import type { KeptTexts } from '../screening/kept-texts.js';
import { lookAtTexts } from '../screening/look-at-texts.js';
import { countOf, writePairs } from '../screening/pair-parts.js';
import type { ScreeningRun } from '../screening/screening-run.js';
import { toldBefore } from '../screening/told-before.js';
import { writeClues, writeGroups } from '../screening/write-run.js';
import type { WrittenPairs } from '../screening/written-pairs.js';
import type { JobEffects } from './job-effects.js';

export interface ScreenJobInput {
  readonly lakeFolder: string;
  readonly workFolder: string;
  readonly definitionsFolder: string;
  /** Hash of the release's manifest. */
  readonly releaseHash: string;
  /** What people decided about applications; null: nothing. */
  readonly facts: VintageFacts | null;
  /** Hash of the baselines of the newest run; null: there is none. */
  readonly baselines: string | null;
  /** Groups of the newest run over another release, whose lineage is told; null: there is none. */
  readonly former: Segment | null;
  /** What the newest run kept of the texts; null: nothing. */
  readonly before: KeptTexts | null;
  /** Pairs that the newest run wrote; null: there are none. */
  readonly pairsBefore: WrittenPairs | null;
  /** Hash of the release that the newest run looked at; null: there is none. */
  readonly releaseBefore: string | null;
}

export interface ScreenJobOutput {
  readonly hash: string;
  readonly run: ScreeningRun;
}

/** Screens one release by every rule and writes what was seen; nothing is decided, and no earlier run changes. */
export async function screenJob(input: ScreenJobInput, { onProgress, disk }: JobEffects): Promise<ScreenJobOutput> {
  const store = new ObjectStore(input.lakeFolder, disk);
  const release = (await store.getJson(input.releaseHash)) as Release;
  const rules = clueRules(input.definitionsFolder);
  const baselinesBefore = input.baselines === null ? null : ((await store.getJson(input.baselines)) as BaselineBook);
  if (input.facts !== null) await store.checkSegments([input.facts.decisions]);
  const former = input.former === null ? [] : await formerGroups(store, input.former);
  const spillFolder = join(input.workFolder, 'spill-screening');
  const { before } = input;
  const releaseBefore = input.releaseBefore === null ? null : ((await store.getJson(input.releaseBefore)) as Release);
  const told = await toldBefore(store, before?.told);
  const texts = await lookAtTexts({ release, releaseBefore, store, spillFolder, before, former, told, onProgress });
  const { columns, groups, documents, classes, candidates, capped } = texts.found;
  const { screened, members } = await judgeRecords({
    ...{ store, spillFolder, rules, told, texts, baselines: baselinesBefore, onProgress },
    release: withFacts(release, input.facts),
  });
  onProgress({ stage: 'writing', done: 0, total: null, unit: 'steps' });
  const written = await writePairs(store, columns, input.pairsBefore);
  const segments = {
    clues: await writeClues(store, screened.clues),
    pairs: written.segment,
    groups: await writeGroups(store, members),
  };
  const baselines = (await store.putJson(screened.baselines)).sha256;
  const named = {
    ...{ releaseHash: input.releaseHash, facts: input.facts, baselines, segments },
    ...(written.since.length === 0 ? {} : { pairsSince: written.since }),
    rules: rules.flatMap(({ spans }) => spans.map(({ version }) => version)),
  };
  const run: ScreeningRun = {
    format: 'zhiheng-screening/1',
    name: `S-${canonicalHash(named).slice(0, 12)}`,
    release: release.name,
    createdAt: systemClock.now().toISOString(),
    ...named,
    texts: texts.taken,
    kept: { ...texts.kept, pairs: pairsVersion, told: (await store.putFile(told.stored())).sha256 },
    ...{ documents, classes, candidates, capped },
    ...{ families: screened.families, undated: screened.undated },
    ...{
      pairs: countOf(columns),
      groups: groups.length,
      clues: screened.clues.length,
    },
  };
  return { hash: (await store.putJson(run)).sha256, run };
}
