import { tableAct } from '@zhiheng/indicators';
import { type Holdings, type Release, segmentsOf } from '@zhiheng/lake';
import { acceptAct } from '@zhiheng/programme';
import { keptHash } from './checks.js';
import { importAct } from './guidelines/guideline-drafts.js';
import { rollAct } from './guidelines/rolled-drafts.js';
import type { Office } from './office.js';
import { type KeptTexts, objectsOfKept } from './screening/kept-texts.js';
import { type ScreeningRun, screeningAct, segmentsOfRun } from './screening/screening-run.js';
import { type Vintage, vintageSegments } from './vintage.js';

export interface Collection {
  /** Objects that no act names, now removed. */
  readonly removed: number;
  readonly bytes: number;
  readonly kept: number;
}

/**
 * Removes every object that no act names: what a killed load left behind, and holdings that later ones replaced.
 * What acts name is kept: the newest holdings, every release, every vintage, every run of screening, every list of decisions, every table that was loaded, every
 * file of a task.
 */
export async function collectObjects(office: Office): Promise<Collection> {
  const named = await namedObjects(office);
  let removed = 0;
  let bytes = 0;
  for await (const object of office.store.list()) {
    if (named.has(object.sha256)) continue;
    bytes += await office.store.remove(object.sha256, object.suffix);
    removed += 1;
  }
  return { removed, bytes, kept: named.size };
}

async function namedObjects(office: Office): Promise<Set<string>> {
  const named = new Set<string>();
  const newest = await office.ledger.last('load');
  const releases = await office.ledger.acts('release');
  const manifests = [...(newest === null ? [] : [newest]), ...releases];
  for (const { after } of releases) {
    const checks = keptHash(after);
    if (checks !== null) named.add(checks);
  }
  for (const { hash } of manifests) {
    named.add(hash);
    const manifest = (await office.store.getJson(hash)) as Holdings | Release;
    for (const segment of segmentsOf(manifest)) named.add(segment.sha256);
    for (const { reading } of manifest.sources) if (reading !== undefined) named.add(reading);
  }
  for (const { hash } of await office.ledger.acts('vintage')) {
    named.add(hash);
    const vintage = (await office.store.getJson(hash)) as Vintage;
    for (const { sha256 } of vintageSegments(vintage)) named.add(sha256);
    for (const { object } of vintage.concordances ?? []) named.add(object);
  }
  // Of texts, what the newest run kept is enough: the next one begins with it.
  let kept: KeptTexts | undefined;
  for (const { hash } of await office.ledger.acts(screeningAct)) {
    const run = (await office.store.getJson(hash)) as ScreeningRun;
    for (const sha256 of [hash, run.baselines, ...segmentsOfRun(run).map((one) => one.sha256)]) named.add(sha256);
    kept = run.kept;
  }
  if (kept !== undefined) for (const sha256 of objectsOfKept(kept)) named.add(sha256);
  for (const { kept } of await office.decisions.lists()) if (kept !== null) named.add(kept);
  for (const { hash } of await office.tableProposals.open()) named.add(hash);
  for (const act of [tableAct, importAct, rollAct, acceptAct])
    for (const { hash } of await office.ledger.acts(act)) named.add(hash);
  for (const sha256 of await office.tasks.keptFiles()) named.add(sha256);
  return named;
}
