import { type Period, parsePeriod } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAdmission } from '../src/admission/admission-plan.js';
import { lyingStages, openingParts } from '../src/admission/opening-parts.js';
import { placedRelation } from '../src/admission/placed.js';
import { stagesOf } from '../src/cells/cell-groups.js';
import { computeSets } from '../src/compute/compute-sets.js';
import type { ComputedDefinition } from '../src/definition.js';
import { countRecords, openRecords, openRecordsSql } from '../src/opening/open-records.js';
import { areas } from './areas.js';
import { applications, conditioned, grants, inForce, pendency } from './definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';
import { randomPatents } from './random-patents.js';
import { runs } from './runs.js';

const definitions: ComputedDefinition[] = [
  { ...applications, id: 'applicants', count: 'holders', breakdowns: [['kind']] },
  { ...grants, id: 'mainland-grantees', count: 'holders', scope: 'CN-ML', breakdowns: [] },
  { ...inForce, id: 'owners', count: 'holders', breakdowns: [['holder_type']] },
  { ...applications, id: 'classified', breakdowns: [['ipc_section'], ['ipc_subclass', 'kind']] },
  conditioned,
  { ...inForce, id: 'in-force-by-owner', attribution: { holder: 'first', at: 'period-end' } },
  { ...grants, id: 'grants-of-each', attribution: { holder: 'each', at: 'filing' } },
  { ...grants, id: 'grants-of-shares', attribution: { holder: 'fractional', at: 'filing' } },
  { ...inForce, id: 'shares-in-force', attribution: { holder: 'fractional', at: 'period-end' } },
  { ...grants, id: 'grants-by-owner', attribution: { holder: 'first', at: 'event' } },
  pendency('days', { breakdowns: [['outcome']] }),
];
const scope = { areas, from: '2019-06-01', until: '2023-12-31' };
const periods: Period[] = ['2020', '2022', '2023-H1', '2023-Q1', '2022-02', '2023-06', '2023-03-YTD'];
const asked = fc.record({
  area: fc.constantFrom('ALL', 'CN', 'CN-ML', '440000', '440300', '110000', 'XX', 'US'),
  period: fc.constantFrom(...periods),
});
const sections = ({ ipc = [] }: TestPatent) => new Set(ipc.map((symbol) => symbol.slice(0, 1)));
const subclasses = ({ ipc = [] }: TestPatent) =>
  new Set(ipc.map((symbol) => symbol.replaceAll(' ', '').slice(0, 4)).filter((code) => code.length === 4));
const kindOf = ({ kind = 'invention' }: TestPatent) => kind;
const addYear = (day: string) => {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith('02-29') ? later.replace('02-29', '02-28') : later;
};
const addDays = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Conditions that a record meets on a day, straight from their words. */
function metOn(patent: TestPatent, day: string): string[] {
  const { filed_on, closed_on, ceased_on } = patent;
  const a = filed_on != null && addYear(filed_on) <= day;
  const from = kindOf(patent) === 'invention' ? closed_on : null;
  const until = ceased_on == null ? null : addDays(ceased_on, -30);
  const b = from != null && from <= day && (until === null || until > day);
  return [...(a ? ['a'] : []), ...(b ? ['b'] : []), ...(a && b ? ['a+b'] : [])];
}

const patience = runs(600_000);

describe('figures out of an admission', () => {
  it('equal counts of single records, and open to them', { timeout: patience }, async () => {
    let open = 0;
    const property = fc.asyncProperty(randomPatents, asked, async (patents, { area, period }) => {
      const session = await MemorySession.open();
      try {
        await insertPatents(session, patents);
        const sets = await computeSets(definitions, session, scope);
        const plan = planAdmission(definitions);
        const tests = plan.tests.map(({ text }) => text);
        for (const { name, sql } of openingParts(plan, 'admission', null)) await session.keep(name, sql);
        await session.keep('cards_before', 'SELECT * FROM record_card WHERE filed_number < 440000');
        await session.keep('cards_behind', 'SELECT * FROM record_card WHERE filed_number >= 440000');
        const { from, to } = parsePeriod(period);
        const here = patents.filter(
          (patent) =>
            (patent.office ?? 'CN') === 'CN' &&
            (patent.dataset ?? 'real') === 'real' &&
            areas.lineage(patent.area ?? 'XX').includes(area) &&
            ['invention', 'utility_model', 'design'].includes(kindOf(patent)),
        );
        const toldOf = (id: string, breakdown: string | null) => {
          const found = sets
            .get(id)
            ?.find(
              (row) =>
                row.office === 'CN' &&
                row.dataset === 'real' &&
                row.area === area &&
                row.period === period &&
                row.breakdown === breakdown &&
                (row.statistic ?? 'n') === 'n',
            );
          return [found?.value ?? 0, found?.n ?? 0];
        };
        const filed = here.filter(({ filed_on: on }) => on != null && on >= from && on <= to);
        const inForceThen = here.filter(
          ({ granted_on: on, ceased_on: off }) => on != null && on <= to && !(off != null && off <= to),
        );
        const holders = (some: readonly TestPatent[]) =>
          new Set(
            some.flatMap(({ holder, area: place }) => (holder && place !== undefined ? [`${holder} ${place}`] : [])),
          ).size;
        expect(toldOf('applicants', null)).toEqual([holders(filed), filed.length]);
        const designs = filed.filter((patent) => kindOf(patent) === 'design');
        expect(toldOf('applicants', 'kind=design')).toEqual([holders(designs), designs.length]);
        expect(toldOf('owners', null)).toEqual([holders(inForceThen), inForceThen.length]);
        const universities = inForceThen.filter(
          ({ holderType, area: place }) => holderType === 'university' && place !== undefined,
        );
        expect(toldOf('owners', 'holder_type=university')).toEqual([holders(universities), universities.length]);
        const mainland = here.filter(
          ({ granted_on: on, area: place = 'XX' }) =>
            on != null && on >= from && on <= to && areas.within(place, 'CN-ML'),
        );
        expect(toldOf('mainland-grantees', null)).toEqual([holders(mainland), mainland.length]);
        const inA = filed.filter((patent) => sections(patent).has('A')).length;
        expect(toldOf('classified', 'ipc_section=A')).toEqual([inA, inA]);
        const tools = filed.filter((patent) => subclasses(patent).has('A01B') && kindOf(patent) === 'invention').length;
        expect(toldOf('classified', 'ipc_subclass=A01B;kind=invention')).toEqual([tools, tools]);
        for (const condition of [null, 'a', 'b', 'a+b']) {
          const met = inForceThen.filter((patent) => {
            const all = metOn(patent, to);
            return condition === null ? all.length > 0 : all.includes(condition);
          });
          const breakdown = condition === null ? null : `condition=${condition}`;
          expect(toldOf('conditioned', breakdown), breakdown ?? 'total').toEqual([met.length, met.length]);
        }
        for (const definition of definitions) {
          const stages = definition === conditioned ? stagesOf(conditioned) : null;
          const bare = { relation: 'admission', tests, stages, placed: null, cards: null, owners: null };
          const beside = { cards: 'record_card', owners: 'admission_owner' };
          const admission = { ...bare, placed: placedRelation(definition.attribution), ...beside };
          const lying = {
            bits: true,
            ...(definition === conditioned ? { stages: lyingStages(conditioned), stagesLie: true } : {}),
            cardsFrom: [
              { from: 0, relation: 'cards_before' },
              { from: 440_000, relation: 'cards_behind' },
            ],
          };
          const sources = { areas, office: 'CN', holdings: [] };
          const parts =
            definition.id === 'classified'
              ? [null, 'ipc_section=A', 'ipc_section=not-told', 'ipc_subclass=A01B,kind=invention']
              : definition === conditioned
                ? [null, 'condition=a', 'condition=a+b', 'condition=b,kind=invention']
                : [null, 'kind=invention', 'holder_type=university'];
          for (const by of parts) {
            for (const leftOut of [false, true]) {
              const request = { definition, area, period, by, leftOut };
              const plain = await openRecords(request, session, sources, { limit: 7 });
              const opened = await openRecords(request, session, { ...sources, admission }, { limit: 7 });
              expect(opened).toEqual(plain);
              const apart = await openRecords(
                request,
                session,
                { ...sources, admission: { ...admission, ...lying } },
                { limit: 7 },
              );
              expect(apart).toEqual(plain);
              const asked = await openRecords(request, session, { ...sources, admission: bare }, { limit: 7 });
              expect(asked).toEqual(plain);
              if (definition === conditioned) {
                for (const { number, conditions } of opened.rows) {
                  const patent = patents.find((one) => one.number === number) as TestPatent;
                  expect(conditions).toEqual(metOn(patent, to).filter((id) => id !== 'a+b'));
                }
              }
              const { total } = opened;
              expect(await countRecords(request, session, { ...sources, admission })).toBe(total);
              const sql = await openRecordsSql(request, session, { ...sources, admission });
              const records = await session.rows<{ share?: number }>(sql);
              expect(records, sql).toHaveLength(total);
              open += total;
              const breakdown = by?.split(',').sort().join(';') ?? null;
              const listed = definition.breakdowns.map((all) => [...all].sort().join());
              const told =
                by === null ||
                listed.includes(
                  by
                    .split(',')
                    .map((one) => one.split('=')[0])
                    .sort()
                    .join(),
                );
              if (!leftOut && told) {
                const [value, n] = toldOf(definition.id, breakdown);
                expect(n, `${definition.id} ${by}`).toBe(total);
                if (definition.attribution.holder === 'fractional') {
                  const shares = records.map(({ share }) => share ?? Number.NaN);
                  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
                  const sum = shares.reduce((all, share) => all + share, 0);
                  expect(sum, `${definition.id} ${by}`).toBeCloseTo(value ?? 0, 9);
                }
              }
            }
          }
        }
      } finally {
        session.close();
      }
    });
    // Drawn on until enough was opened for all of this to say something.
    for (let round = 1; round <= 10 && open <= 20; round += 1) await fc.assert(property, { numRuns: runs(6) });
    expect(open).toBeGreaterThan(20);
  });
});
