import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Origin, Period } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.js';
import type { TargetSubject } from './programme.js';
import { readProgramme } from './read-programme.js';
import type { ObservedValue } from './reading.js';

const file = fileURLToPath(new URL('../../../definitions/programmes/2023.yaml', import.meta.url));
/** The programme of 2023 as it is, with what regions and revisions would add to it; nothing of this is real. */
const national = readFileSync(file, 'utf8');
const reason = '{ zh-Hans: 试点, zh-Hant: 試點, en: pilot }';
const overlays = `
overlays:
  - area: "440000"
    document: 粤知〔2023〕1号
    reason: ${reason}
    targets:
      - { target: T1, limit: 15, origin: computed, owners: [省局] }
      - { target: T3, tolerance: 0.25, origin: computed }
      - target: T2
        origin: computed
        limit: 94
        revisions: [{ effective_on: 2023-07-01, limit: 93.5, reason: ${reason}, document: 粤知〔2023〕9号 }]
      - id: GD1
        names: { zh-Hans: 珠三角, zh-Hant: 珠三角, en: Delta }
        owners: [省局]
        kind: floor
        limit: 10
        unit: patents
        period: "2023"
        origin: computed
        subject: { indicator: patent-grants }
  - area: "330000"
    document: 浙知〔2023〕2号
    targets:
      - { target: T5, limit: 0.2, origin: computed }
      - { target: T6, origin: computed, notes: [] }
`;
const context = {
  // Those that the office has: clauses of the programme name more than its targets do.
  indicators: new Set(
    readdirSync(fileURLToPath(new URL('../../../definitions/indicators', import.meta.url)))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.replace('.yaml', '')),
  ),
  areas: new Set(['440000', '330000', '440300']),
};
const programme = readProgramme(national + overlays, 'programmes/2023.yaml', context);

/** What was looked at: values by indicator, area and period. */
function observing(known: Readonly<Record<string, number>>) {
  return ({ indicator, area, statistic, breakdown }: TargetSubject, period: Period, origin: Origin) => {
    const value = known[`${indicator} ${area} ${period}`];
    const units: Readonly<Record<string, string>> = {
      'invention-pendency': 'months',
      'invention-closing-accuracy': 'percent',
      'trademark-registration-period': 'months',
      'patent-grants': 'patents',
      'pledge-amount': '100m-cny',
      'pledge-firms': 'firms',
    };
    if (value === undefined) return null;
    const row: ObservedValue = {
      ...{ indicator, area, period, breakdown, statistic, value, origin, unit: units[indicator] ?? 'points' },
      ...{ office: 'CN', bound: null, precision: null, numerator: null, denominator: null },
      ...{ dataset: 'real', status: 'final', vintage: 'v', publication: null },
    };
    return row;
  };
}

const guangdong = {
  'invention-pendency 440000 2023': 15.5,
  'invention-pendency ALL 2023': 14,
  'trademark-registration-period 440000 2023': 7.4,
  'invention-closing-accuracy 440000 2023': 93.7,
  'patent-grants 440000 2023': 12,
};
const judgedIn = (area: string, known: Readonly<Record<string, number>>, effective = '2024-01-31') =>
  judge(programme, observing(known), { effective }, area);

describe('the targets of a region', () => {
  it('are those that its overlay sets, judged on its own values, then its own ones', () => {
    const rows = judgedIn('440000', guangdong);
    expect(rows.map(({ target, verdict, limit, value }) => [target, verdict, limit, value])).toEqual([
      ['T1', 'not-met', 15, 15.5],
      ['T2', 'met', 93.5, 93.7],
      ['T3', 'not-met', 7, 7.4],
      ['GD1', 'met', 10, 12],
    ]);
    expect(rows[0]).toMatchObject({
      area: '440000',
      owners: ['省局'],
      subject: { area: '440000', statistic: 'mean' },
      setBy: { by: 'overlay', document: '粤知〔2023〕1号', reason: { en: 'pilot' } },
    });
    expect(rows[2]?.owners).toEqual(['商标局']);
    expect(rows[3]).toMatchObject({ setBy: { by: 'own' }, subject: { area: '440000' } });
  });

  it('never fall back on the values of the nation', () => {
    const [pendency] = judgedIn('440000', { 'invention-pendency ALL 2023': 14 });
    expect(pendency).toMatchObject({ verdict: 'cannot-tell', value: null });
  });

  it('leave the programme itself as it is', () => {
    const rows = judge(programme, observing(guangdong), { effective: '2024-01-31' });
    expect(rows.find(({ target }) => target === 'T1')).toMatchObject({ limit: 16, value: 14, area: null, setBy: null });
    expect(rows.map(({ target }) => target)).not.toContain('GD1');
  });

  it('are a group only where all of its parts are set', () => {
    const known = {
      'pledge-amount 330000 2023': 12,
      'pledge-amount 330000 2022': 10,
      'pledge-firms 330000 2023': 12,
      'pledge-firms 330000 2022': 10,
    };
    expect(judgedIn('330000', known).map(({ target, verdict, area }) => [target, verdict, area])).toEqual([
      ['T5', 'met', '330000'],
      ['T6', 'met', '330000'],
      ['T5-6', 'met', '330000'],
    ]);
    const alone = readProgramme(
      `${national}overlays:\n  - { area: "330000", document: d, targets: [{ target: T5, origin: computed }] }\n`,
      'programmes/2023.yaml',
    );
    const rows = judge(alone, observing(known), { effective: 'latest' }, '330000');
    expect(rows.map(({ target, group }) => [target, group])).toEqual([['T5', null]]);
  });

  it('are none where no overlay says anything, but for those that apply to all regions', () => {
    expect(judgedIn('440300', guangdong)).toEqual([]);
    const text = national.replace('  - id: T2\n', '  - id: T2\n    applies_to_regions: true\n');
    const applying = readProgramme(text, 'programmes/2023.yaml');
    const rows = judge(
      applying,
      observing({ 'invention-closing-accuracy 440300 2023': 93 }),
      { effective: 'latest' },
      '440300',
    );
    expect(rows.map(({ target }) => target)).toEqual(['T2']);
    expect(rows[0]).toMatchObject({
      verdict: 'met',
      value: 93,
      setBy: { by: 'programme', document: '国知发运字〔2023〕7号', reason: null },
    });
  });
});

describe('a revised target', () => {
  const revisions = `
    revisions:
      - { effective_on: 2023-09-01, limit: 16.5, reason: ${reason}, document: 甲〔2023〕8号 }
      - { effective_on: 2023-11-01, limit: 15.5, reason: ${reason}, document: 甲〔2023〕10号 }
`;
  const text = national.replace('    limit: 16\n', `    limit: 16${revisions}`);
  const revised = readProgramme(text, 'programmes/2023.yaml');
  const row = (effective: string) =>
    judge(revised, observing({ 'invention-pendency ALL 2023': 16 }), { effective }).find(
      ({ target }) => target === 'T1',
    );

  it('is judged by what holds on the day, and tells all that held', () => {
    expect(row('2023-08-31')).toMatchObject({ limit: 16, verdict: 'met' });
    expect(row('2023-09-01')).toMatchObject({ limit: 16.5, verdict: 'met' });
    expect(row('2023-10-31')).toMatchObject({ limit: 16.5 });
    expect(row('2024-01-10')).toMatchObject({ limit: 15.5, verdict: 'not-met' });
    expect(row('latest')).toMatchObject({ limit: 15.5 });
    expect(row('2023-10-31')?.revisions).toEqual([
      {
        effectiveOn: '2023-09-01',
        inForce: true,
        before: { limit: 16 },
        after: { limit: 16.5 },
        reason: { 'zh-Hans': '试点', 'zh-Hant': '試點', en: 'pilot' },
        document: '甲〔2023〕8号',
      },
      expect.objectContaining({ inForce: false, before: { limit: 16.5 }, after: { limit: 15.5 } }),
    ]);
  });

  it('of a region keeps the revisions of the nation only where the region sets no rule', () => {
    const overlay = (sets: string) =>
      `overlays:\n  - { area: "440000", document: d, targets: [{ target: T1, ${sets} }] }\n`;
    const limits = (sets: string) =>
      judge(readProgramme(text + overlay(sets), 'p.yaml'), observing({}), { effective: 'latest' }, '440000')[0];
    expect(limits('owners: [a]')).toMatchObject({ limit: 15.5 });
    expect(limits('limit: 17')).toMatchObject({ limit: 17, revisions: [] });
  });

  it('of a tolerance and of a test', () => {
    const held = national.replace(
      '    tolerance: 0.5\n',
      `    tolerance: 0.5\n    revisions: [{ effective_on: 2023-09-01, tolerance: 1, reason: ${reason}, document: d }]\n`,
    );
    const known = { 'trademark-registration-period ALL 2023': 7.8 };
    const at = (effective: string) =>
      judge(readProgramme(held, 'p.yaml'), observing(known), { effective }).find(({ target }) => target === 'T3');
    expect(at('2023-08-31')?.verdict).toBe('not-met');
    expect(at('2023-09-01')).toMatchObject({
      verdict: 'met',
      limit: 7,
      revisions: [{ before: { limit: 7, tolerance: 0.5 }, after: { limit: 7, tolerance: 1 } }],
    });
    const kept = national.replace(
      '    test: { kind: not-below-year-before, margin: 0 }\n    provisional: true\n    unit: points',
      `    test: { kind: not-below-year-before, margin: 0 }\n    revisions: [{ effective_on: 2023-09-01, test: { kind: not-below-year-before, margin: 2 }, reason: ${reason}, document: d }]\n    provisional: true\n    unit: points`,
    );
    const satisfied = { 'protection-satisfaction ALL 2023': 81, 'protection-satisfaction ALL 2022': 82 };
    const test = (effective: string) =>
      judge(readProgramme(kept, 'p.yaml'), observing(satisfied), { effective }).find(({ target }) => target === 'T9');
    expect(test('2023-08-31')?.verdict).toBe('not-met');
    expect(test('2023-09-01')?.verdict).toBe('met');
  });
});

describe('faults of overlays and revisions', () => {
  const text = national + overlays;
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
  const columnOf = (part: string, inside: string) => {
    const at = text.indexOf(part) + part.indexOf(inside);
    return at - text.lastIndexOf('\n', at - 1);
  };
  it.each([
    // what is written, where the fault stands in it, what takes its place, the word that may have been meant
    ['area: "440000"', '"440000"', 'area: "44000"', '440000'],
    ['area: "330000"', '"330000"', 'area: "440000"', null],
    ['area: "330000"', '"330000"', 'area: ALL', null],
    ['{ target: T3, tolerance', 'T3', '{ target: T33, tolerance', 'T3'],
    ['{ target: T3, tolerance', 'T3', '{ target: T1, tolerance', null],
    ['tolerance: 0.25', 'tolerance', 'tolerence: 0.25', 'tolerance'],
    ['tolerance: 0.25', '0.25', 'tolerance: -1', null],
    ['{ target: T1, limit: 15,', 'limit', '{ target: T1, tolerance: 15,', null],
    ['{ target: T1, limit: 15, origin: computed', 'computed', '{ target: T1, limit: 15, origin: computes', 'computed'],
    ['id: GD1', 'GD1', 'id: T7', null],
    ['id: GD1', 'GD1', 'id: T5-6', null],
    ['subject: { indicator: patent-grants }', 'patent-grants', 'subject: { indicator: patent-grant }', 'patent-grants'],
    ['subject: { indicator: patent-grants }', '}', 'subject: { indicator: patent-grants, area: ALL }', null],
    ['effective_on: 2023-07-01', '2023-07-01', 'effective_on: 2023-07-32', null],
    ['{ effective_on: 2023-07-01, limit: 93.5,', '{', '{ effective_on: 2023-07-01, tolerance: 1,', null],
    ['document: 浙知〔2023〕2号', 'document', 'documents: 浙知〔2023〕2号', 'document'],
  ])('%s: at %s of %s', (part, inside, instead, near) => {
    expect(text).toContain(part);
    const moved = instead.includes('area: ALL }') ? instead.indexOf('ALL') - part.indexOf(inside) : 0;
    const didYouMean = near === null ? {} : { didYouMean: near };
    expect(() => readProgramme(text.replace(part, instead), 'programmes/2023.yaml', context)).toThrow(
      expect.objectContaining({
        code: 'programme-wrong',
        detail: expect.objectContaining({
          place: expect.objectContaining({
            path: 'programmes/2023.yaml',
            line: lineOf(part),
            column: columnOf(part, inside) + moved,
          }),
          ...didYouMean,
        }),
      }),
    );
  });

  it.each([
    [
      'a revision of a direction',
      'T7',
      'revisions: [{ effective_on: 2023-09-01, reason: R, document: d }]',
      'sets nothing',
    ],
    [
      'revisions out of order',
      'T1',
      'revisions: [{ effective_on: 2023-09-01, limit: 1, reason: R, document: d }, { effective_on: 2023-09-01, limit: 2, reason: R, document: d }]',
      'not in order',
    ],
    [
      'a revision without its reason',
      'T1',
      'revisions: [{ effective_on: 2023-09-01, limit: 1, document: d }]',
      'reason is missing',
    ],
    ['a method that is not known', 'T1', 'projection: ratio', 'projection is not known'],
  ])('%s', (_, target, keys, said) => {
    const written = national.replace(
      `  - id: ${target}\n`,
      `  - id: ${target}\n    ${keys.replaceAll('R,', `${reason},`)}\n`,
    );
    expect(() => readProgramme(written, 'p.yaml')).toThrow(said);
  });

  it.each([['1'], ['0.4'], ['80']])('a level of %s', (level) => {
    expect(() => readProgramme(`${national}projection: { level: ${level} }\n`, 'p.yaml')).toThrow(
      'level is out of range',
    );
    expect(readProgramme(`${national}projection: { level: 0.9 }\n`, 'p.yaml').level).toEqual({
      value: 0.9,
      stated: true,
    });
  });

  it('an overlay without targets', () => {
    expect(() => readProgramme(`${national}overlays: [{ area: "440000", document: d }]\n`, 'p.yaml')).toThrow(
      'has no targets',
    );
  });
});
