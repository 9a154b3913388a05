import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import {
  carryOut,
  collectObjects,
  jobsHere,
  Office,
  type ScreenClue,
  type ScreenGroup,
  type ScreenRunAnswer,
} from '@zhiheng/office';
import { localOperator, systemClock } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScreeningRun, screeningAct } from '../src/screening/screening-run.js';
import { chance, clauses, type Filing, filingsMapping, filingsTable, monthlyFilings } from './monthly-filings.js';
import { SmallOffice } from './small-office.js';

const perMonth = 20;
const [all, lastMonth] = [12 * perMonth, 11 * perMonth];
const months = monthlyFilings(perMonth, 5);
const patient = { timeout: 180_000 };

/** An office that stays open. */
class OpenOffice {
  readonly small = new SmallOffice();
  office!: Office;

  async open(): Promise<this> {
    this.office = await this.small.open();
    return this;
  }

  async run<Answer>(name: string, input: object): Promise<Answer> {
    const call = { office: this.office, actor: localOperator('test'), onProgress: () => {} };
    return (await carryOut(name, input, call)).json as Answer;
  }

  async remove(): Promise<void> {
    await this.office.close();
    this.small.remove();
  }
}

const [monthly, once] = [new OpenOffice(), new OpenOffice()];
afterAll(async () => {
  for (const one of [monthly, once]) await one.remove();
});

/** A cohort of this small office is told by a few. */
function lowerCohorts(small: SmallOffice): void {
  for (const name of ['claim-shape', 'random-text']) {
    const path = join(small.definitions, 'screening/rules', `${name}.yaml`);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('least: 30', 'least: 20').replaceAll('deviations: 8', 'deviations: 4'),
    );
  }
}

async function load(one: OpenOffice, name: string, filings: readonly Filing[]): Promise<void> {
  const { path } = one.small;
  writeFileSync(join(path, `${name}.csv`), filingsTable(filings));
  writeFileSync(join(path, 'f.yaml'), filingsMapping);
  await one.run('load', { paths: [join(path, `${name}.csv`)], mapping: join(path, 'f.yaml') });
  await one.run('release-create', { name, accept: [] });
}

const screen = (one: OpenOffice, release?: string) =>
  one.run<ScreenRunAnswer>('screen-run', release === undefined ? {} : { release });

async function runOf({ office }: OpenOffice, name?: string): Promise<ScreeningRun> {
  const act = await office.ledger.last(screeningAct, name);
  return (await office.store.getJson(act?.hash ?? '')) as ScreeningRun;
}

/** What two runs have to have in common: pairs byte for byte, groups but for their lineage, clues with all their evidence but for the run that froze what is usual. */
async function told(one: OpenOffice, name: string) {
  const { segments, documents, classes, capped } = await runOf(one, name);
  const groups = await one.run<ScreenGroup[]>('screen-groups', { run: name });
  const clues = await one.run<ScreenClue[]>('screen-clues', { run: name });
  return {
    ...{ documents, classes, capped, pairs: segments.pairs },
    groups: groups.map(({ lineage: _, ...group }) => group),
    clues: clues.map(({ id, application, ground, family, strength, statistic, ruleVersion, evidence }) => {
      const cohort = evidence.cohort.map(({ frozenBy: _, ...usual }) => usual);
      return [id, application, ground, family, strength, statistic, ruleVersion, { ...evidence, cohort }];
    }),
  };
}

/** Clues with all their evidence. */
const cluesWhole = (one: OpenOffice, run: string) => one.run<ScreenClue[]>('screen-clues', { run });

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
}

/** What an office that screens for the first time comes to over one release. */
async function anew(filings: readonly Filing[]) {
  const one = new OpenOffice();
  lowerCohorts(one.small);
  await one.open();
  try {
    await load(one, 'all', filings);
    const { run } = await screen(one);
    return await told(one, run);
  } finally {
    await one.remove();
  }
}

const runs: ScreenRunAnswer[] = [];
beforeAll(async () => {
  for (const one of [monthly, once]) {
    lowerCohorts(one.small);
    await one.open();
  }
  for (const [month, filings] of months.entries()) {
    await load(monthly, `month-${month}`, filings);
    runs.push(await screen(monthly));
  }
  await load(once, 'year', months.flat());
}, 600_000);
const newest = () => runs.at(-1)?.run ?? '';

describe('twelve monthly runs', () => {
  it('come to what one run over all comes to, and each takes in its month alone', patient, async () => {
    const { run, texts } = await screen(once);
    expect(texts).toEqual({ taken: all, kept: 0, left: 0, remade: 'first' });
    const [byMonth, atOnce] = [await told(monthly, newest()), await told(once, run)];
    expect(byMonth).toEqual(atOnce);
    expect(atOnce.groups.length).toBeGreaterThan(20);
    const families = new Set(atOnce.clues.map(([, , , family]) => family));
    for (const family of ['near-copy', 'title-only', 'recombination', 'random-text', 'claim-shape'])
      expect(families).toContain(family);
    expect(runs.map(({ texts: one }) => one)).toEqual(
      months.map((_, month) => ({
        taken: perMonth,
        kept: perMonth * month,
        left: 0,
        remade: month === 0 ? 'first' : null,
      })),
    );
    // Fewer pairs are compared in the last month than in all of the year.
    const compared = runs.map(({ candidates }) => candidates);
    expect(compared.at(-1) ?? 0).toBeLessThan(compared.reduce((sum, one) => sum + one, 0) / 3);
  });

  it('leave in the lake what the newest keeps of texts, and of the others what they found', patient, async () => {
    await collectObjects(monthly.office);
    const names = new Set(
      readdirSync(join(monthly.small.data, 'lake/objects'), { recursive: true }).map((name) =>
        String(name).slice(3, 67),
      ),
    );
    const [before, last] = [await runOf(monthly, runs[5]?.run ?? ''), await runOf(monthly, newest())];
    expect(names).toContain(last.kept?.texts.sha256);
    expect(names).toContain(last.kept?.near.abstract.found);
    expect(last.kept?.near.abstract.segments).toHaveLength(12);
    expect(names).toContain(before.segments.clues.sha256);
    expect(names).not.toContain(before.kept?.texts.sha256);
  });
});

describe('texts that are others by now', () => {
  it('leave: of an older release those that came later', patient, async () => {
    const { run, texts } = await screen(monthly, 'month-10');
    expect(texts).toEqual({ taken: 0, kept: lastMonth, left: perMonth, remade: null });
    expect(await told(monthly, run)).toEqual(await anew(months.slice(0, 11).flat()));
    const again = await screen(monthly, 'month-11');
    expect(again.texts).toEqual({ taken: perMonth, kept: lastMonth, left: 0, remade: null });
    expect(await told(monthly, again.run)).toEqual(await told(once, (await screen(once)).run));
  });

  it('are taken in as they are: changed, gone, filed on another day', patient, async () => {
    const random = chance(77);
    const filings = months.flat();
    const changed = filings
      .filter((_, index) => index % 19 === 3)
      .map((filing, index): Filing => {
        if (index % 3 === 0)
          return { ...filing, claim: filings[index * 5]?.claim ?? '', abstract: clauses(random, 12) };
        if (index % 3 === 1) return { ...filing, title: '', abstract: '', claim: '' };
        return { ...filing, filed: '2022-06-01' };
      });
    await load(monthly, 'changed', changed);
    const { run, texts } = await screen(monthly);
    const gone = changed.filter(({ claim }) => claim === '').length;
    expect(texts).toEqual({
      ...{ taken: changed.length - gone, kept: all - changed.length, left: changed.length, remade: null },
    });
    const byNumber = new Map(changed.map((filing) => [filing.number, filing]));
    const now = await anew(filings.map((filing) => byNumber.get(filing.number) ?? filing));
    const here = await told(monthly, run);
    // What was usual is frozen as it was then: clues by cohorts go by it.
    const byCohort = new Set(['random-text', 'claim-shape']);
    const apart = ({ clues, ...rest }: typeof now) => ({
      ...rest,
      clues: clues.filter(([, , , family]) => !byCohort.has(String(family))),
    });
    expect(apart(here)).toEqual(apart(now));
    expect(here.documents).toBe(all - gone);
  });

  it('and by a rule that is another by now, two texts are told of anew', patient, async () => {
    const path = join(monthly.small.definitions, 'screening/rules/template-slots.yaml');
    const [shipped, run] = [readFileSync(path, 'utf8'), await runOf(monthly)];
    const byTemplate = async (name: string) =>
      (await cluesWhole(monthly, name)).filter(({ family }) => family === 'template-slots');
    const before = await byTemplate(run.name);
    try {
      writeFileSync(
        path,
        shipped.replaceAll('fixed: 0.55, slots: 2, slot_length: 16', 'fixed: 0.2, slots: 1, slot_length: 200'),
      );
      const { run: name, texts } = await screen(monthly);
      expect(texts).toMatchObject({ taken: 0, left: 0 });
      const lower = await byTemplate(name);
      expect(lower.length).toBeGreaterThan(before.length);
      // The same rule over the same release, with nothing told before.
      rmSync(monthly.office.store.pathOf((await runOf(monthly)).kept?.told ?? fail('nothing was told'), 'file'));
      expect(await byTemplate((await screen(monthly)).run)).toEqual(lower);
    } finally {
      writeFileSync(path, shipped);
    }
    expect(await byTemplate((await screen(monthly)).run)).toEqual(before);
  });
});

describe('all texts are taken in anew, and why is told', () => {
  it('where another version of the software kept them', patient, async () => {
    const run = await runOf(once);
    const kept = run.kept ?? fail('nothing was kept');
    const others = { ...run, kept: { ...kept, near: { ...kept.near, claim: { ...kept.near.claim, version: 0 } } } };
    const { sha256 } = await once.office.store.putJson(others);
    await once.office.act(localOperator('test'), screeningAct, run.name, sha256);
    const again = await screen(once);
    expect(again.texts).toEqual({ taken: all, kept: 0, left: 0, remade: 'other-version' });
    expect(await told(once, again.run)).toEqual(await told(monthly, newest()));
  });

  it.each([
    ['sketches', (run: ScreeningRun) => run.kept?.near.abstract.segments[0]?.file, 'file'],
    ['what was found', (run: ScreeningRun) => run.kept?.near.title.found, 'file'],
    ['texts that were known', (run: ScreeningRun) => run.kept?.texts.sha256, 'parquet'],
    ['measures', (run: ScreeningRun) => run.kept?.measures.segment.sha256, 'parquet'],
    ['sketches of which a byte is another', (run: ScreeningRun) => run.kept?.near.claim.segments[0]?.file, 'file'],
    ['measures of which a byte is another', (run: ScreeningRun) => run.kept?.measures.segment.sha256, 'parquet'],
  ] as const)('where %s are not as they were; then it can go on', patient, async (what, name, suffix) => {
    const run = await runOf(once);
    const sha256 = name(run) ?? fail('nothing was kept');
    const path = once.office.store.pathOf(sha256, suffix);
    if (what.endsWith('another')) damage(path);
    else rmSync(path);
    const again = await screen(once);
    expect(again.texts).toEqual({ taken: all, kept: 0, left: 0, remade: 'segment-damaged' });
    expect(again.run).toBe(run.name);
    expect((await screen(once)).texts).toEqual({ taken: 0, kept: all, left: 0, remade: null });
  });

  it('but not where what was told of two texts is missing: that is told again', patient, async () => {
    const run = await runOf(once);
    const told = run.kept?.told ?? fail('nothing was told');
    rmSync(once.office.store.pathOf(told, 'file'));
    const before = await cluesWhole(once, run.name);
    const again = await screen(once);
    expect(again.texts).toEqual({ taken: 0, kept: all, left: 0, remade: null });
    expect(await cluesWhole(once, again.run)).toEqual(before);
    expect((await runOf(once)).kept?.told).toBe(told);
  });

  it('where more than a fifth changed', patient, async () => {
    const random = chance(9);
    const changed = months
      .flat()
      .slice(0, all / 4)
      .map((filing) => ({ ...filing, claim: clauses(random, 9) }));
    await load(once, 'many', changed);
    const { texts } = await screen(once);
    expect(texts).toEqual({ taken: all, kept: 0, left: all, remade: 'many-changed' });
  });
});

it('a run tells its parts, can be stopped in each, and leaves nothing', patient, async () => {
  await monthly.office.close();
  const { acts, objects } = await monthly.small.look();
  const stages: string[] = [];
  const here = jobsHere(nodeDisk);
  // As a process of its own would, it ends where it is stopped.
  const runJob: typeof here = (order, onProgress, signal) =>
    here(order, (progress) => {
      onProgress(progress);
      signal?.throwIfAborted();
    });
  const { data: folder, definitions } = monthly.small;
  const office = await Office.open({ folder, definitions, clock: systemClock, runJob });
  const stopAt = async (part: string) => {
    const stop = new AbortController();
    const onProgress = ({ stage }: { readonly stage: string }) => {
      if (!stages.includes(stage)) stages.push(stage);
      if (stage === part) stop.abort();
    };
    const call = { office, actor: localOperator('test'), onProgress, signal: stop.signal };
    await carryOut('screen-run', { release: 'month-3' }, call);
  };
  const parts = ['texts', 'measuring', 'titles', 'abstracts', 'claims', 'grouping', 'rules', 'writing'];
  try {
    for (const part of parts) await expect(stopAt(part)).rejects.toMatchObject({ code: 'cancelled' });
  } finally {
    await office.close();
  }
  expect(stages.filter((stage) => stage !== 'waiting')).toEqual(parts);
  const after = await monthly.small.look();
  expect([after.acts, after.objects, after.incoming]).toEqual([acts, objects, false]);
  await monthly.open();
});

function fail(what: string): never {
  throw new Error(what);
}
