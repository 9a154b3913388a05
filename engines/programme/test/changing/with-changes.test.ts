import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Origin, Period } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import {
  judge,
  limitHistory,
  type ObservedValue,
  readProgramme,
  type TargetChange,
  type TargetSubject,
  withChanges,
} from '../../src/index.js';

const file = fileURLToPath(new URL('../../../../definitions/programmes/2023.yaml', import.meta.url));
const national = readFileSync(file, 'utf8');
const base = readProgramme(national, 'programmes/2023.yaml');

let act = 0;
const change = (sets: Partial<TargetChange>): TargetChange => {
  act += 1;
  return {
    ...{
      id: `2023.T1.${act}`,
      programme: '2023',
      target: 'T1',
      area: null,
      limit: 15.5,
      due: null,
      from: '2023-07-01',
    },
    ...{
      source: '国知发〔2023〕9号',
      reason: '上半年进度快',
      act,
      proposedBy: 'account:li',
      acceptedBy: 'account:sun',
    },
    ...{ proposedAt: '2023-06-20T01:00:00.000Z', acceptedAt: '2023-06-21T01:00:00.000Z', ...sets },
  };
};

/** Everywhere an invention takes 15.8 months: within 16, beyond 15.5. */
const pendency = ({ indicator, area, statistic, breakdown }: TargetSubject, period: Period, origin: Origin) => {
  if (indicator !== 'invention-pendency') return null;
  const row: ObservedValue = {
    ...{ indicator, area, period, breakdown, statistic, value: 15.8, origin, unit: 'months' },
    ...{ office: 'CN', bound: null, precision: null, numerator: null, denominator: null },
    ...{ dataset: 'real', status: 'final', vintage: 'v', publication: null },
  };
  return row;
};
const judged = (changes: readonly TargetChange[], effective: string, area: string | null = null, text = national) =>
  judge(
    withChanges(readProgramme(text, 'programmes/2023.yaml'), changes),
    pendency,
    // The value of the year is there, so that the limit alone decides.
    { effective },
    area,
  ).find(({ target }) => target === 'T1');

describe('a target revised within the year', () => {
  const revised = [change({})];

  it('is judged by the old limit until the day and by the new one from it on', () => {
    expect(judged(revised, '2023-06-30')).toMatchObject({ limit: 16, verdict: 'met' });
    expect(judged(revised, '2023-07-01')).toMatchObject({ limit: 15.5, verdict: 'not-met' });
    expect(judged(revised, '2023-06-30')?.revisions).toMatchObject([
      {
        ...{ effectiveOn: '2023-07-01', inForce: false, before: { limit: 16 }, after: { limit: 15.5 } },
        ...{ reason: { 'zh-Hans': '上半年进度快', en: '上半年进度快' }, document: '国知发〔2023〕9号' },
      },
    ]);
  });

  it('twice for one day holds as it was accepted later, whatever order they come in; back again is a further one', () => {
    const again = [...revised, change({ limit: 15.9 }), change({ limit: 16, from: '2023-09-01' })];
    expect(judged(again, '2023-07-01')).toMatchObject({ limit: 15.9, verdict: 'met' });
    expect(judged(again, '2023-09-01')?.limit).toBe(16);
    const history = limitHistory(withChanges(base, again), 'T1', null, again);
    expect(history?.map(({ from, before, after }) => [from, before?.limit, after.limit])).toEqual([
      [null, undefined, 16],
      ['2023-07-01', 16, 15.5],
      ['2023-07-01', 15.5, 15.9],
      ['2023-09-01', 15.9, 16],
    ]);
    expect(history?.map((one) => one.change?.proposedBy)).toEqual([
      undefined,
      'account:li',
      'account:li',
      'account:li',
    ]);
  });

  it('goes with a new day where one is set, and leaves other programmes and the programme read as they are', () => {
    const [row] = limitHistory(withChanges(base, [change({ due: '2023-10-31' })]), 'T1', null, [])?.slice(1) ?? [];
    expect(row?.after).toEqual({ limit: 15.5, due: '2023-10-31' });
    expect(withChanges(base, [change({ programme: '2024' })])).toEqual(base);
    expect(base.targets[0]?.revisions).toEqual([]);
  });
});

describe('a target that a region sets within the year', () => {
  const stricter = [change({ area: '440000', limit: 15.7, source: null })];

  it('is judged from its day on, by its own limit and values; before that, and elsewhere, there is none', () => {
    expect(judged(stricter, '2023-06-30', '440000')).toBeUndefined();
    expect(judged(stricter, '2023-07-01', '440000')).toMatchObject({
      ...{ limit: 15.7, verdict: 'not-met', subject: { area: '440000' } },
      setBy: { by: 'overlay', document: null, reason: { en: '上半年进度快' } },
    });
    expect(judged(stricter, '2023-07-01', '330000')).toBeUndefined();
    expect(judged(stricter, '2023-07-01')).toMatchObject({ limit: 16, verdict: 'met' });
    const history = limitHistory(withChanges(base, stricter), 'T1', '440000', stricter);
    expect(history).toMatchObject([{ from: '2023-07-01', before: null, after: { limit: 15.7 }, change: stricter[0] }]);
  });

  it('takes the place of the one for all regions from its day on', () => {
    const text = national.replace('  - id: T1\n', '  - id: T1\n    applies_to_regions: true\n');
    const changes = [...stricter, change({ limit: 15, from: '2023-09-01' })];
    expect(judged(changes, '2023-06-30', '440000', text)).toMatchObject({ limit: 16, setBy: { by: 'programme' } });
    expect(judged(changes, '2023-10-01', '440000', text)).toMatchObject({ limit: 15.7, setBy: { by: 'overlay' } });
    expect(judged(changes, '2023-10-01', '330000', text)).toMatchObject({ limit: 15, setBy: { by: 'programme' } });
    expect(judged(changes, '2023-10-01', '440000', text)?.revisions).toMatchObject([
      { before: { limit: 16 }, after: { limit: 15.7 } },
    ]);
  });

  it('revises what its document set, and one without a rule of its own follows the programme until then', () => {
    const overlay = (sets: string) =>
      `${national}overlays:\n  - { area: "440000", document: d, targets: [{ target: T1, ${sets} }] }\n`;
    const later = change({ area: '440000', limit: 15, from: '2023-09-01' });
    const changes = [change({}), later];
    const limits = (text: string) =>
      ['2023-06-30', '2023-07-01', '2023-09-01'].map((day) => judged(changes, day, '440000', text)?.limit);
    expect(limits(overlay('limit: 15.9'))).toEqual([15.9, 15.9, 15]);
    expect(limits(overlay('owners: [a]'))).toEqual([16, 15.5, 15]);
  });
});
