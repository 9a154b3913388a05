import { type Period, parsePeriod, type Statistic } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution, ComputedDefinition, MonthConvention } from '../src/definition.js';
import { covered, coveredAll } from './coverage.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import { TestOffice } from './office.js';
import type { TestPatent } from './patents.js';
import {
  lies,
  type PlainQuestion,
  plainDurations,
  plainFlow,
  plainQuantile,
  plainStock,
  plainSurvivalMedian,
} from './plain-figures.js';
import { randomPatents } from './random-patents.js';
import { runs } from './runs.js';

const periods: Period[] = [
  '2020',
  '2022',
  '2023',
  '2022-H1',
  '2023-Q1',
  '2020-02',
  '2022-02',
  '2023-06',
  '2023-03-YTD',
];
const areasAsked = ['ALL', 'CN', 'CN-ML', '440000', '440300', '440305', '810000', 'XX', 'US', 'US-CA'];
const scopes = [
  { office: 'CN', dataset: 'real' },
  { office: 'CN', dataset: 'synthetic' },
  { office: 'US', dataset: 'real' },
] as const;
/** Everything covered, so that every figure, zero too, is final. */
const coverage = scopes.flatMap((scope) => [
  ...coveredAll('2015-01-01', '2023-12-31', { ...scope, kinds: null }),
  covered('recorded', '2015-01-01', '2023-12-31', { ...scope, table: 'recordals', kinds: null }),
]);

async function inOffice(patents: readonly TestPatent[], ask: (office: TestOffice) => Promise<void>): Promise<void> {
  const office = await TestOffice.of(patents, { coverage });
  try {
    await ask(office);
  } finally {
    office.close();
  }
}

/** What sums of shares may differ by: half of the ninth place. */
const nearly = 5e-10;

type PlainCount = (patents: readonly TestPatent[], question: PlainQuestion) => number;
const counts: readonly [ComputedDefinition, PlainCount][] = [
  [applications, (patents, question) => plainFlow(patents, 'filed_on', question)],
  [grants, (patents, question) => plainFlow(patents, 'granted_on', question)],
  [inForce, plainStock],
];
const attributions: readonly Attribution[] = [
  { holder: 'each', at: 'filing' },
  { holder: 'fractional', at: 'filing' },
  { holder: 'fractional', at: 'event' },
  { holder: 'fractional', at: 'period-end' },
  { holder: 'first', at: 'event' },
  { holder: 'each', at: 'event' },
  { holder: 'first', at: 'period-end' },
  { holder: 'each', at: 'period-end' },
];
/** The same counts by every other attribution that they know. */
const countsByOwner = attributions.flatMap((attribution) =>
  counts
    .filter(([{ kind }]) => attribution.at === 'filing' || (attribution.at === 'event') === (kind === 'flow'))
    .map(([definition, plain]): [ComputedDefinition, PlainCount] => [{ ...definition, attribution }, plain]),
);

const patience = runs(600_000);

describe('figures equal the plain reference', () => {
  it('of flows and stocks', { timeout: patience }, async () => {
    const property = fc.asyncProperty(randomPatents, (patents) =>
      inOffice(patents, async (office) => {
        for (const [definition, plain] of counts) {
          for (const scope of scopes) {
            for (const by of [null, 'kind']) {
              const rows = await office.figure(definition, { ...scope, by, areas: areasAsked, periods });
              const wrong = rows.filter((row) => {
                const question: PlainQuestion = { ...scope, ...row, kind: row.breakdown.kind ?? null };
                return row.value !== plain(patents, question) || row.status !== 'final';
              });
              expect(rows.length).toBeGreaterThanOrEqual(areasAsked.length * periods.length);
              expect(wrong).toEqual([]);
            }
          }
        }
      }),
    );
    await fc.assert(property, { numRuns: runs(6) });
  });

  it('of flows and stocks by owners, and by each of them', { timeout: patience }, async () => {
    let moved = 0;
    const property = fc.asyncProperty(randomPatents, (patents) =>
      inOffice(patents, async (office) => {
        for (const [definition, plain] of countsByOwner) {
          const { attribution } = definition;
          for (const scope of scopes) {
            for (const by of [null, 'kind']) {
              const rows = await office.figure(definition, { ...scope, by, areas: areasAsked, periods });
              const wrong = rows.flatMap((row) => {
                const question: PlainQuestion = { ...scope, ...row, kind: row.breakdown.kind ?? null, attribution };
                const value = plain(patents, question);
                const filed = { ...question, attribution: { holder: 'first', at: 'filing' } } as const;
                // Enough of them are enough: the plain way is slow.
                if (moved <= 100 && value !== plain(patents, filed)) moved += 1;
                const isRight = row.value !== null && Math.abs(row.value - value) < nearly && row.status === 'final';
                return isRight ? [] : [{ ...row, attribution, expected: value }];
              });
              expect(rows.length).toBeGreaterThanOrEqual(areasAsked.length * periods.length);
              expect(wrong).toEqual([]);
            }
          }
        }
      }),
    );
    await fc.assert(property, { numRuns: runs(4) });
    // Drawn on until enough moved for this to say something.
    for (let more = 0; more < 12 && moved <= 100; more += 1) await fc.assert(property, { numRuns: 1 });
    expect(moved).toBeGreaterThan(100);
  });

  it('of durations in every convention', { timeout: patience }, async () => {
    const conventions: readonly MonthConvention[] = ['days', 'boundaries', 'complete-months'];
    const holders = fc.constantFrom('first' as const, 'each' as const);
    const property = fc.asyncProperty(
      randomPatents,
      fc.constantFrom(...conventions),
      holders,
      (patents, convention, holder) =>
        inOffice(patents, async (office) => {
          const attribution = { holder, at: 'filing' } as const;
          const definition = pendency(convention, { attribution });
          for (const scope of scopes) {
            for (const row of await office.figure(definition, { ...scope, areas: areasAsked, periods })) {
              const question = { ...scope, ...row, kind: null, attribution };
              const expected = plainStatistic(patents, convention, question, row.statistic);
              if (expected === null) expect(row).toMatchObject({ value: null, status: 'missing' });
              else expect(row.value, JSON.stringify(row)).toBeCloseTo(expected, 9);
            }
          }
        }),
    );
    await fc.assert(property, { numRuns: runs(10) });
  });
});

describe('the records opened', () => {
  it('are the figure, and with those left out every record of the scope', { timeout: patience }, async () => {
    const each = { holder: 'each', at: 'filing' } as const;
    const definitions = [
      ...[applications, grants, inForce, pendency('complete-months'), pendency('days', { attribution: each })],
      ...countsByOwner.map(([definition]) => definition),
    ];
    const asked = fc.record({ area: fc.constantFrom(...areasAsked), period: fc.constantFrom(...periods) });
    const property = fc.asyncProperty(randomPatents, asked, (patents, { area, period }) =>
      inOffice(patents, async (office) => {
        for (const definition of definitions) {
          const [statistic, parts] =
            definition.kind === 'duration' ? (['n', [null]] as const) : ([null, [null, 'invention'] as const] as const);
          for (const scope of scopes) {
            for (const kind of parts) {
              const request = { ...scope, by: kind === null ? null : `kind=${kind}`, statistic };
              const { value } = await office.one(definition, { ...request, areas: [area], periods: [period] });
              const opened = await office.open({ definition, area, period, ...request }, { limit: 1000 });
              if (definition.attribution.holder === 'fractional') {
                const sum = opened.rows.reduce((all, { share }) => all + (share ?? Number.NaN), 0);
                expect(sum).toBeCloseTo(value ?? Number.NaN, 9);
              } else expect(opened.total).toBe(value);
              expect(opened.rows).toHaveLength(opened.total);
              const leftOut = await office.open(
                { definition, area, period, ...request, leftOut: true },
                { limit: 1000 },
              );
              expect(leftOut.rows.every((row) => row.leftOutBy !== null)).toBe(true);
              const ids = [...opened.rows, ...leftOut.rows].map((row) => row.number).sort();
              const question = { ...scope, area, period, kind, attribution: definition.attribution };
              const there = patents.filter((patent) => lies(patent, question, dayOf(definition, patent, period)));
              expect(ids).toEqual(there.map((patent) => patent.number));
            }
          }
        }
      }),
    );
    await fc.assert(property, { numRuns: runs(5) });
  });
});

/** The day whose owners a record is looked up by. */
function dayOf(definition: ComputedDefinition, patent: TestPatent, period: Period): string | null {
  if (definition.kind === 'stock') return parsePeriod(period).to;
  const date = definition.kind === 'flow' ? (definition.date as 'filed_on' | 'granted_on') : 'closed_on';
  return patent[date] ?? null;
}

function plainStatistic(
  patents: readonly TestPatent[],
  convention: MonthConvention,
  question: PlainQuestion,
  statistic: Statistic | null,
): number | null {
  const months = plainDurations(patents, convention, question);
  if (statistic === 'n') return months.length;
  if (statistic === 'survival-median') return plainSurvivalMedian(patents, convention, question);
  if (months.length === 0) return null;
  switch (statistic) {
    case 'mean':
      return months.reduce((sum, each) => sum + each, 0) / months.length;
    case 'median':
      return plainQuantile(months, 0.5);
    case 'p90':
      return plainQuantile(months, 0.9);
    case 'p95':
      return plainQuantile(months, 0.95);
    case 'share-within-target':
      return months.filter((each) => each <= 16).length / months.length;
    default:
      throw new Error(`no such statistic: ${statistic}`);
  }
}
