import type { Observation } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.js';
import { observeAmong } from './observe.js';
import type { Programme } from './programme.js';
import { readProgramme } from './read-programme.js';
import type { ObservedValue } from './reading.js';
import type { Verdict } from './verdict.js';

const names = '{ zh-Hans: 甲, zh-Hant: 甲, en: A }';

/** A programme of the given targets; each target is its own keys in flow form. */
function programmeOf(targets: readonly string[], groups = ''): Programme {
  const lines = targets.map((keys, index) => `  - { id: T${index + 1}, names: ${names}, period: '2023', ${keys} }`);
  return readProgramme(
    `id: p
names: ${names}
number: 1
issued_on: 2023-03-23
year: 2023
hand_in: { due: 2023-12-15, to: 司, forms: [paper] }
owners_proposed: false
targets:
${lines.join('\n')}
${groups}`.replace('number: 1', "number: '1'"),
    'programmes/p.yaml',
  );
}

/** What is known of series `s` (or another) in a year. */
interface Known extends Partial<ObservedValue> {
  readonly value: number | null;
}

function seen(indicator: string, period: string, known: Known): ObservedValue {
  return {
    indicator,
    office: 'CN',
    area: 'ALL',
    period,
    breakdown: {},
    statistic: null,
    bound: null,
    precision: null,
    numerator: null,
    denominator: null,
    unit: 'months',
    origin: 'published',
    dataset: 'real',
    status: 'final',
    vintage: null,
    publication: null,
    ...known,
  };
}

const subject = 'subject: { indicator: s, area: ALL }, origin: published, decimals: 1';

/** Judges one target on series `s`: its value in 2023 and, where given, in the years before. */
function judged(keys: string, now: Known | null, before: Known | null = null, earlier: Known | null = null): Verdict {
  const rows = Object.entries({ 2021: earlier, 2022: before, 2023: now }).flatMap(([period, known]) =>
    known === null ? [] : [seen('s', period, known)],
  );
  const observe: Parameters<typeof judge>[1] = (asked, period) =>
    rows.find((row) => row.indicator === asked.indicator && row.period === period) ?? null;
  const [row] = judge(programmeOf([keys]), observe);
  if (row === undefined) throw new Error('no verdict was given');
  return row;
}

const told = (row: Verdict) => [row.verdict, row.basis];
const codes = (row: Verdict) => row.reasons.map((reason) => reason.code);
const computed = subject.replace('published', 'computed');
const byRecords = (value: number, more: Partial<ObservedValue> = {}): Known => ({ value, origin: 'computed', ...more });

describe('a ceiling', () => {
  const ceiling = (now: Known | null) => judged(`kind: ceiling, limit: 16, unit: months, ${subject}`, now);

  it.each([
    [{ value: 15.9 }, 'met', 'published-point'],
    [{ value: 16 }, 'met', 'published-precision'],
    [{ value: 16, precision: 0.5 }, 'met', 'published-precision'],
    [{ value: 16.2, precision: 0.5 }, 'met', 'published-precision'],
    [{ value: 16.25, precision: 0.5 }, 'met', 'published-precision'],
    [{ value: 16.26, precision: 0.5 }, 'not-met', 'published-point'],
    [{ value: 16.5, precision: 0.5 }, 'not-met', 'published-point'],
    [{ value: 15.5, precision: 0.5 }, 'met', 'published-point'],
    [{ value: 16.1 }, 'not-met', 'published-point'],
    [{ value: 15, bound: 'upper' }, 'met', 'published-bound'],
    [{ value: 17, bound: 'upper' }, 'cannot-tell', null],
    [{ value: 15, bound: 'lower' }, 'cannot-tell', null],
    [{ value: 17, bound: 'lower' }, 'not-met', 'published-bound'],
  ] as const)('of 16: %o is %s (%s)', (now, verdict, basis) => {
    expect(told(ceiling(now))).toEqual([verdict, basis]);
  });

  it('says why it is missed, and by what it cannot be told', () => {
    expect(ceiling({ value: 16.5, precision: 0.5 }).reason).toBe('Above 16; published value, no interval.');
    expect(codes(ceiling(null))).toEqual(['value-missing']);
    expect(codes(ceiling({ value: null, status: 'missing' }))).toEqual(['value-missing']);
    expect(codes(ceiling({ value: 15, status: 'maturing' }))).toEqual(['value-maturing']);
    expect(codes(ceiling({ value: 15, unit: 'days' }))).toEqual(['units-differ']);
    expect(codes(ceiling({ value: 15, status: 'estimated' }))).toEqual(['published-point', 'value-estimated']);
  });

  it('is judged exactly on computed values', () => {
    const exact = (value: number) =>
      told(judged(`kind: ceiling, limit: 16, unit: months, ${computed}`, byRecords(value)));
    expect(exact(16)).toEqual(['met', 'computed']);
    expect(exact(16.000001)).toEqual(['not-met', 'computed']);
  });
});

describe('a floor', () => {
  const floor = (now: Known) =>
    judged(`kind: floor, limit: 97, unit: percent, ${subject}`, { unit: 'percent', ...now });

  it.each([
    [{ value: 97, bound: 'lower' }, 'met', 'published-bound'],
    [{ value: 96, bound: 'lower' }, 'cannot-tell', null],
    [{ value: 96, bound: 'upper' }, 'not-met', 'published-bound'],
    [{ value: 98, bound: 'upper' }, 'cannot-tell', null],
    [{ value: 97.1, precision: 0.1 }, 'met', 'published-point'],
    [{ value: 96.95, precision: 0.1 }, 'met', 'published-precision'],
    [{ value: 96.9, precision: 0.1 }, 'not-met', 'published-point'],
  ] as const)('of 97: %o is %s (%s)', (now, verdict, basis) => {
    expect(told(floor(now))).toEqual([verdict, basis]);
  });

  it('says the bound with its unit', () => {
    const row = judged(`kind: floor, limit: 7, unit: months, ${subject}`, { value: 8, bound: 'lower' });
    expect(row.reasonText).toEqual({
      'zh-Hans': '公布为“8.0 个月 以上”',
      'zh-Hant': '公布為「8.0 個月 以上」',
      en: 'published as at least 8.0 months',
    });
  });

  it('is judged on the interval of a sample, not on its point', () => {
    const sample = (value: number, interval: readonly [number, number]) =>
      judged(`kind: floor, limit: 97, unit: percent, ${subject.replace('published', 'estimated')}`, {
        value,
        interval,
        unit: 'percent',
        origin: 'estimated',
      });
    // 388 of 400 passed: 97.0 %, Wilson 94.8 to 98.3.
    expect(told(sample(97, [94.8, 98.3]))).toEqual(['cannot-tell', null]);
    expect(sample(97, [94.8, 98.3])).toMatchObject({ value: 97, interval: [94.8, 98.3] });
    expect(told(sample(98, [97, 98.8]))).toEqual(['met', 'interval']);
    expect(told(sample(96, [94, 96.9]))).toEqual(['not-met', 'interval']);
  });

  it('reads a value in another unit of the same thing', () => {
    const row = judged(`kind: floor, limit: 7, unit: 10k-applications, ${subject}`, {
      value: 73812,
      unit: 'applications',
    });
    expect(row).toMatchObject({ verdict: 'met', value: 7.3812, unit: '10k-applications' });
  });
});

describe('a hold', () => {
  const hold = (now: Known) => judged(`kind: hold, limit: 7, tolerance: 0.5, unit: months, ${subject}`, now);

  it.each([
    [{ value: 7, precision: 1 }, 'met', 'published-point'],
    [{ value: 6.5 }, 'met', 'published-point'],
    [{ value: 7.5 }, 'met', 'published-point'],
    [{ value: 7.51 }, 'not-met', 'published-point'],
    [{ value: 6.49 }, 'not-met', 'published-point'],
    [{ value: 7, bound: 'lower' }, 'cannot-tell', null],
    [{ value: 7.6, bound: 'lower' }, 'not-met', 'published-bound'],
    [{ value: 7, interval: [6.8, 7.4] as const }, 'met', 'interval'],
    [{ value: 7, interval: [6.4, 7.4] as const }, 'cannot-tell', null],
    [{ value: 8, interval: [7.6, 8.4] as const }, 'not-met', 'interval'],
  ] as const)('of 7 ± 0.5: %o is %s (%s)', (now, verdict, basis) => {
    expect(told(hold(now))).toEqual([verdict, basis]);
  });
});

describe('a growth', () => {
  const growth = (now: Known | null, before: Known | null) =>
    judged(`kind: growth, limit: 0.10, unit: growth-rate, ${subject}`, now, before);

  it('is the exact quotient less one, met at the limit itself', () => {
    // In binary 1.1 / 1 - 1 is 0.10000000000000009 and 3.3 / 3 - 1 is 0.09999999999999987.
    for (const [now, before] of [
      [1.1, 1],
      [3.3, 3],
      [0.33, 0.3],
    ] as const) {
      expect(growth({ value: now }, { value: before })).toMatchObject({ verdict: 'met', value: 0.1 });
    }
    expect(told(growth({ value: 1.0999 }, { value: 1 }))).toEqual(['not-met', 'published-point']);
    expect(growth({ value: 1.05 }, { value: 1 }).reason).toBe('Below 10 %; published value, no interval.');
  });

  it('compares in one unit', () => {
    const row = growth({ value: 73812, unit: 'applications' }, { value: 6, unit: '10k-applications' });
    expect(row.value).toBeCloseTo(73812 / 60000 - 1, 14);
    expect(codes(growth({ value: 2, unit: 'marks' }, { value: 1 }))).toEqual(['units-differ']);
  });

  it('is a point even where the precision would let it fail, and says so', () => {
    const row = growth({ value: 2.9, precision: 0.1 }, { value: 2.6, precision: 0.1 });
    expect(told(row)).toEqual(['met', 'published-point']);
    expect(codes(row)).toEqual(['published-point', 'precision-reaches-limit']);
  });

  it('needs a base above zero', () => {
    expect(codes(growth({ value: 2 }, null))).toEqual(['base-missing']);
    expect(codes(growth(null, null))).toEqual(['value-missing', 'base-missing']);
    expect(codes(growth({ value: 2 }, { value: 0 }))).toEqual(['base-not-positive']);
  });

  it('takes bounds for what they say', () => {
    expect(told(growth({ value: 2, bound: 'lower' }, { value: 1 }))).toEqual(['met', 'published-bound']);
    expect(told(growth({ value: 2 }, { value: 1, bound: 'lower' }))).toEqual(['cannot-tell', null]);
    expect(told(growth({ value: 1 }, { value: 1, bound: 'lower' }))).toEqual(['not-met', 'published-bound']);
    expect(told(growth({ value: 2, bound: 'lower' }, { value: 1, bound: 'lower' }))).toEqual(['cannot-tell', null]);
  });
});

describe('what a row says of its value', () => {
  const keys = 'subject: { indicator: s, area: CN, breakdown: { kind: invention }, statistic: mean }';

  it('its subject as the target names it, and the dataset of the observation', () => {
    const target = `kind: ceiling, limit: 16, unit: months, ${keys}, origin: computed, decimals: 1`;
    const row = judged(target, byRecords(15, { dataset: 'synthetic' }));
    expect(row).toMatchObject({
      subject: { indicator: 's', area: 'CN', breakdown: { kind: 'invention' }, statistic: 'mean' },
      dataset: 'synthetic',
      direction: null,
      trendUnit: 'months',
    });
    expect(judged(target, null)).toMatchObject({ dataset: null, value: null });
  });

  it('its direction, and the unit of what grows', () => {
    const falls = judged(`kind: direction, direction: falls, unit: months, ${subject}`, { value: 5 }, { value: 6 });
    expect(falls).toMatchObject({ direction: 'falls', trendUnit: 'months', verdict: 'met' });
    const growth = `kind: growth, limit: 0.1, unit: growth-rate, ${subject}`;
    const patents = (value: number) => ({ value, unit: 'patents' });
    expect(judged(growth, patents(12), patents(10))).toMatchObject({ unit: 'growth-rate', trendUnit: 'patents' });
    expect(judged(growth, null, patents(10))).toMatchObject({ trendUnit: null });
  });
});

describe('a direction', () => {
  const rises = `kind: direction, direction: rises, unit: months, ${subject}`;
  const exactly = (value: number, precision: number | null = null) => ({ value, precision });

  it('is met by the sign of the difference', () => {
    expect(told(judged(rises, exactly(2), exactly(1)))).toEqual(['met', 'published-point']);
    expect(told(judged(rises, exactly(1), exactly(2)))).toEqual(['not-met', 'published-point']);
    expect(codes(judged(rises, exactly(2), exactly(2)))).toEqual(['unchanged', 'published-point']);
    expect(told(judged(rises, exactly(2), exactly(2)))).toEqual(['not-met', 'published-point']);
    const falls = rises.replace('rises', 'falls');
    expect(judged(falls, exactly(1), exactly(2)).reason).toBe('Down from 2.0 to 1.0; published value, no interval.');
  });

  it('cannot be told within the published precision', () => {
    expect(told(judged(rises, exactly(12.61, 0.01), exactly(12.6, 0.01)))).toEqual(['met', 'published-point']);
    expect(codes(judged(rises, exactly(12.605, 0.01), exactly(12.6, 0.01)))).toEqual(['within-precision']);
    expect(codes(judged(rises, exactly(4, 1), exactly(4, 1)))).toEqual(['within-precision']);
    const wide = { value: 5, interval: [3, 7] as const };
    expect(codes(judged(rises, wide, exactly(4)))).toEqual(['within-error']);
  });

  it('takes bounds for what they say', () => {
    expect(told(judged(rises, { value: 3, bound: 'lower' }, exactly(2)))).toEqual(['met', 'published-bound']);
    expect(codes(judged(rises, exactly(3), { value: 2, bound: 'lower' }))).toEqual(['bound-decides-nothing']);
    expect(told(judged(rises, exactly(1), { value: 2, bound: 'lower' }))).toEqual(['not-met', 'published-bound']);
  });

  it('tells the year before the missing one, and does not judge on it', () => {
    const apart = judged(rises, exactly(3), null, exactly(1));
    expect(told(apart)).toEqual(['cannot-tell', null]);
    expect(codes(apart)).toEqual(['base-missing', 'earlier-apart']);
    expect(codes(judged(rises, exactly(3), null, null))).toEqual(['base-missing']);
    expect(codes(judged(rises, null, exactly(3)))).toEqual(['value-missing']);
  });
});

describe('a qualitative target', () => {
  const high = (now: Known, before: Known | null, margin = 0) =>
    judged(
      `kind: qualitative, test: { kind: not-below-year-before, margin: ${margin} }, unit: months, ${subject}`,
      now,
      before,
    );

  it('is judged by its test', () => {
    expect(told(high({ value: 81 }, { value: 80 }))).toEqual(['met', 'published-point']);
    expect(told(high({ value: 80 }, { value: 80 }))).toEqual(['met', 'published-point']);
    expect(told(high({ value: 80, precision: 1 }, { value: 80, precision: 1 }))).toEqual(['met', 'published-point']);
    expect(told(high({ value: 79 }, { value: 80 }))).toEqual(['not-met', 'published-point']);
    expect(told(high({ value: 79 }, { value: 80 }, 1))).toEqual(['met', 'published-point']);
    expect(told(high({ value: 79.9, precision: 1 }, { value: 80, precision: 1 }))).toEqual(['cannot-tell', null]);
    expect(told(high({ value: 80, interval: [79, 81] }, { value: 80 }))).toEqual(['cannot-tell', null]);
    expect(codes(high({ value: 80 }, null))).toEqual(['base-missing']);
  });

  it('without a test cannot be told', () => {
    expect(codes(judged(`kind: qualitative, unit: months, ${subject}`, { value: 1 }))).toEqual(['no-test']);
  });
});

describe('a target whose series measures something else', () => {
  const note = `kind: floor, limit: 1, unit: months, ${subject}, notes: [{ code: counts-firms-not-smes, blocks: true }]`;

  it('cannot be told, whatever the value', () => {
    const row = judged(note, { value: 5 });
    expect(row).toMatchObject({ verdict: 'cannot-tell', basis: null, value: 5 });
    expect(codes(row)).toEqual(['counts-firms-not-smes']);
    const beside = judged(note.replace('blocks: true', 'blocks: false'), { value: 5 });
    expect(told(beside)).toEqual(['met', 'published-point']);
    expect(codes(beside)).toEqual(['published-point', 'counts-firms-not-smes']);
  });
});

describe('a group', () => {
  const groups = `groups:\n  - { id: G, names: ${names}, parts: [{ target: T1, part: a }, { target: T2, part: b }] }`;
  const floor = (indicator: string) =>
    `kind: floor, limit: 10, unit: months, origin: published, subject: { indicator: ${indicator}, area: ALL }`;
  const group = (a: number | null, b: number | null) => {
    const rows = [seen('a', '2023', { value: a }), seen('b', '2023', { value: b })];
    return judge(programmeOf([floor('a'), floor('b'), floor('a')], groups), observeAmong(rows));
  };

  it('stands after its last part', () => {
    expect(group(11, 12).map((row) => [row.target, row.group, row.part])).toEqual([
      ['T1', 'G', 'a'],
      ['T2', 'G', 'b'],
      ['G', 'G', null],
      ['T3', null, null],
    ]);
  });

  it('holds when all parts hold', () => {
    const verdict = (a: number | null, b: number | null) => told(group(a, b)[2] as Verdict);
    expect(verdict(11, 12)).toEqual(['met', 'published-point']);
    expect(verdict(11, 9)).toEqual(['not-met', 'published-point']);
    expect(verdict(11, null)).toEqual(['cannot-tell', null]);
    expect(verdict(null, 9)).toEqual(['not-met', 'published-point']);
    expect(group(null, 9)[2]?.reason).toBe('T2 is not met.');
  });
});

describe('observing', () => {
  const row = (more: Partial<Observation>) => seen('s', '2023', { value: 1, ...more });
  const asked = { indicator: 's', area: 'ALL', breakdown: {}, statistic: null };

  it('keeps origins apart', () => {
    const observe = observeAmong([row({}), row({ origin: 'computed', value: 2 })]);
    expect(observe(asked, '2023', 'published')?.value).toBe(1);
    expect(observe(asked, '2023', 'computed')?.value).toBe(2);
    expect(observe(asked, '2022', 'computed')).toBeNull();
    expect(observe({ ...asked, area: 'CN' }, '2023', 'published')).toBeNull();
    expect(observe({ ...asked, breakdown: { kind: 'design' } }, '2023', 'published')).toBeNull();
    expect(observe({ ...asked, statistic: 'mean' }, '2023', 'published')).toBeNull();
  });

  it('refuses datasets in one heap, and a value of another origin', () => {
    expect(() => observeAmong([row({}), row({ dataset: 'synthetic' })])).toThrow('two observations');
    const programme = programmeOf([`kind: floor, limit: 1, unit: months, ${computed}`]);
    expect(() => judge(programme, () => row({}))).toThrow('judged on computed values');
  });
});
