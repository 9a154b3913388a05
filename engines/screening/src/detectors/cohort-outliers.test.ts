import { afterAll, describe, expect, it } from 'vitest';
import { keyOfHolder, type Made, MadeOffice, shippedRules } from '../../test/made-office.js';
import { type Baseline, type BaselineBook, medianAndSpread } from '../cohorts/baseline.js';
import { positionOf } from '../cohorts/cohort-position.js';
import { Cohorts } from '../cohorts/cohorts.js';
import { claimFeatures, textFeatures } from '../cohorts/features.js';
import { keepMeasured } from '../cohorts/measured-applications.js';
import { quarterOf } from '../cohorts/quarter.js';
import type { RuleSpan } from '../rules/rule.js';
import { prepareScreened } from '../screening/prepare-screened.js';

const offices: MadeOffice[] = [];
afterAll(() => {
  for (const office of offices) office.close();
});

describe('features', () => {
  it('of ordinary, random and repeating texts, counted by hand', () => {
    // 10 characters, none unusual; 的 and 与 carry grammar.
    expect(textFeatures('水泵的壳体与电机相连', 10)).toEqual({ unusual: 0, grammar: 0.2, repetition: 0 });
    expect(textFeatures('龘靐齉爩', 4)?.unusual).toBe(1);
    // 甲乙丙丁 twice: of five runs of four, the last is known.
    expect(textFeatures('甲乙丙丁甲乙丙丁', 8)?.repetition).toBeCloseTo(1 / 5, 12);
    expect(textFeatures('水泵', 3)).toBeNull();
    expect(textFeatures('The pump has a rotor in the housing', 10)?.grammar).toBe(4 / 8);
    // Traditional characters are as common as their simplified ones.
    expect(textFeatures('電機與殼體', 5)?.unusual).toBe(0);
  });

  it('of claims', () => {
    expect(claimFeatures('一种泵，包括壳体；叶轮，电机。')).toEqual({
      ...{ 'claim-length': 15, 'claim-features': 4 },
    });
    expect(claimFeatures(null)).toEqual({ 'claim-length': null, 'claim-features': null });
  });
});

describe('baselines', () => {
  it('are a median and the median distance from it, and no less than the least spread', () => {
    expect(medianAndSpread([1, 2, 3, 4, 100], 0.1)).toEqual({ median: 3, spread: 1.4826 });
    expect(medianAndSpread([5, 5, 5, 6], 2)).toEqual({ median: 5, spread: 2 });
  });

  it('take the four quarters before, and stay as they were frozen', async () => {
    const of = (filed: string, claims: number): Made => ({ filed, claims, symbol: 'F04D1/00' });
    const told = {
      'CN:a': of('2022-01-01', 9),
      'CN:b': of('2022-06-30', 3),
      'CN:c': of('2023-01-01', 7),
      'CN:d': of('2021-12-31', 99),
      'CN:e': of('2023-03-31', 10),
    };
    const span = { ...(shippedRules[0]?.spans[0] as RuleSpan), validFrom: '2023-03-31', validTo: '2023-03-31' };
    const cohorts = async (applications: Readonly<Record<string, Made>>, ...how: [string, BaselineBook | null]) => {
      const made = await MadeOffice.of(applications);
      offices.push(made);
      await prepareScreened(made.session, keyOfHolder);
      await keepMeasured(made.session, null);
      return new Cohorts(made.session, ...how);
    };
    const first = await cohorts(told, 'r1', null);
    // Of 2022: 9 and 3. Those of the quarter itself and of 2021 are not among them.
    const usual = async (from: Cohorts, least: number) => {
      const [one, ...more] = await from.usualFor(['claim-count'], span, least);
      expect([one?.field, one?.quarter, more.length]).toEqual(['F04', quarterOf('2023-03-31'), 0]);
      return one?.baselines.get('claim-count') ?? null;
    };
    const baseline = await usual(first, 2);
    expect(baseline).toMatchObject({ size: 2, median: 6, frozenBy: 'r1' });
    // The median distance from 6 is 3.
    expect(positionOf(10, baseline as Baseline)).toMatchObject({
      ...{ quarter: '2023Q1', value: 10, size: 2, median: 6, frozenBy: 'r1' },
      deviations: 4 / (1.4826 * 3),
    });
    expect(await usual(first, 3)).toBeNull();
    // Nobody has a text: what nobody asks for is not frozen.
    expect(first.book.baselines.map(({ feature }) => feature)).toEqual(['claim-count']);
    const more = { ...told, 'CN:f': of('2022-02-02', 100) };
    expect(await usual(await cohorts(more, 'r2', first.book), 2)).toMatchObject({ size: 2, median: 6, frozenBy: 'r1' });
    expect(await usual(await cohorts(more, 'r2', null), 2)).toMatchObject({ size: 3, median: 9, frozenBy: 'r2' });
  });
});

describe('outliers', () => {
  const abstract =
    '本发明公开了一种离心泵及其控制方法，所述离心泵包括壳体、叶轮和电机，壳体内设有叶轮，叶轮由电机驱动，结构简单，使用方便。';
  const usual: Made = {
    filed: '2022-03-01',
    symbol: 'F04D1/00',
    abstract,
    claim: '一种泵，包括壳体、叶轮。',
    claims: 8,
  };
  const cohort = Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`CN:c${at}`, usual]));

  it('of random texts go by unusual characters, grammar or repetition, and short texts are not judged', async () => {
    const judged = { ...usual, filed: '2022-04-01' };
    const made = await MadeOffice.of({
      ...cohort,
      'CN:1': judged,
      'CN:2': { ...judged, abstract: `${'龘靐齉爩'.repeat(5)}鱻麤龗灪厵爨癵驫麣纞虋讟钃鸜麷鞻韽韾顟顠顤顦顩顪` },
      'CN:3': { ...judged, abstract: '装置连接部件12，装置连接部件34，'.repeat(6) },
      'CN:4': { ...judged, abstract: '龘靐', claim: '龘靐' },
    });
    offices.push(made);
    const { findings, ids } = await made.detect('random-text', { least: 5 });
    expect(ids).toEqual(['CN:2', 'CN:3']);
    expect(findings.map(({ evidence }) => evidence.cohort.map(({ feature }) => feature).sort())).toEqual([
      expect.arrayContaining(['unusual']),
      expect.arrayContaining(['repetition']),
    ]);
  });

  it('of claims are hints, with the cohort that they were compared with', async () => {
    const made = await MadeOffice.of({ ...cohort, 'CN:1': { ...usual, filed: '2022-06-30', claims: 40 } });
    offices.push(made);
    const detected = await made.detect('claim-shape', { least: 5 });
    // 40 against 8 each, whose spread is taken as 1: 32 deviations.
    expect(detected.findings).toMatchObject([{ application: 'CN:1', statistic: 32, strength: 0.39 }]);
    expect(detected.findings[0]?.evidence.cohort).toMatchObject([
      {
        feature: 'claim-count',
        value: 40,
        field: 'F04',
        quarter: '2022Q2',
        size: 5,
        median: 8,
        spread: 1,
        frozenBy: 'r1',
      },
    ]);
    // The five themselves have nothing before them.
    expect(detected.withoutCohort).toBe(5);
    expect((await made.detect('claim-shape', { least: 6 })).withoutCohort).toBe(6);
    // One without a field has nobody to be compared with.
    const { symbol: _, ...fieldless } = usual;
    const other = await MadeOffice.of({ ...cohort, 'CN:1': { ...fieldless, filed: '2022-06-30', claims: 40 } });
    offices.push(other);
    expect(await other.detect('claim-shape', { least: 5 })).toMatchObject({ ids: [], withoutCohort: 6 });
  });
});
