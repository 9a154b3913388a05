import { notTold } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeSets } from '../src/compute/compute-sets.js';
import type { Combination, ComputedDefinition } from '../src/definition.js';
import { parseBreakdown } from '../src/figure/breakdown.js';
import { areas } from './areas.js';
import { covered, coveredAll } from './coverage.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import { TestOffice } from './office.js';
import type { TestPatent } from './patents.js';
import { randomPatents } from './random-patents.js';

const breakdowns: Combination[] = [
  ['kind'],
  ['holder_type'],
  ['outcome'],
  ['kind', 'holder_type'],
  ['route', 'outcome', 'holder_type'],
];
const definitions: ComputedDefinition[] = [
  { ...applications, breakdowns },
  { ...inForce, breakdowns },
  { ...grants, attribution: { holder: 'each', at: 'event' }, breakdowns },
  pendency('days', { breakdowns }),
];
const coverage = [
  ...coveredAll('2015-01-01', '2023-12-31', { kinds: null }),
  covered('recorded', '2015-01-01', '2023-12-31', { table: 'recordals', kinds: null }),
];
const asked = fc.record({
  area: fc.constantFrom('ALL', 'CN', '440000', 'XX'),
  period: fc.constantFrom('2022', '2023', '2023-H1', '2022-02'),
});

describe('the parts of a breakdown', () => {
  it('open to the figure, those that tell nothing of it included', async () => {
    let without = 0;
    const property = fc.asyncProperty(randomPatents, asked, async (patents, { area, period }) => {
      const office = await TestOffice.of(patents, { coverage });
      try {
        for (const definition of definitions) {
          const statistic = definition.kind === 'duration' ? ('n' as const) : null;
          const ask = { areas: [area], periods: [period], statistic, dataset: 'real' as const };
          const total = (await office.one(definition, ask)).value;
          for (const combination of breakdowns) {
            const rows = await office.figure(definition, { ...ask, by: combination.join(',') });
            let sum = 0;
            for (const { breakdown, value } of rows) {
              const by = Object.entries(breakdown).map(([name, part]) => `${name}=${part}`);
              const opened = await office.open({
                definition,
                area,
                period,
                by: by.join(','),
                statistic,
                dataset: 'real',
              });
              expect(opened.total, by.join()).toBe(value);
              sum += opened.total;
              if (by.some((part) => part.endsWith(`=${notTold}`))) without += opened.total;
            }
            expect(sum, combination.join()).toBe(total);
          }
        }
      } finally {
        office.close();
      }
    });
    // What was drawn can have met no record that tells nothing: then more is drawn.
    for (let round = 0; round < 6 && without === 0; round += 1) await fc.assert(property, { numRuns: 6 });
    expect(without).toBeGreaterThan(0);
  }, 240_000);

  it('of several values hold those that tell none', async () => {
    const patents: TestPatent[] = [
      // Two classes of one section: once in A.
      { number: '1', area: '440000', filed_on: '2023-03-01', ipc: ['A01B 1/00', 'A61K'] },
      { number: '2', area: '440000', filed_on: '2023-03-02', ipc: ['A01B 1/02', 'H01L 21/00'] },
      // A section alone has no subclass.
      { number: '3', area: '440000', filed_on: '2023-03-03', ipc: ['H'] },
      { number: '4', area: '440000', filed_on: '2023-03-04', kind: 'design' },
      { number: '5', area: '440000', filed_on: '2023-03-05', ipc: [] },
    ];
    const definition = { ...applications, breakdowns: [['ipc_section'], ['ipc_subclass'], ['ipc_section', 'kind']] };
    const office = await TestOffice.of(patents, { coverage });
    const scope = { areas, from: '2019-01-01', until: '2023-12-31' };
    const rows = (await computeSets([definition], office.session, scope)).get(definition.id) ?? [];
    const told = (...names: string[]) =>
      Object.fromEntries(
        rows
          .filter(({ area, period }) => area === '440000' && period === '2023')
          .map(({ breakdown, value }) => [parseBreakdown(breakdown), value] as const)
          .filter(([part]) => Object.keys(part).join() === names.join())
          .map(([part, value]) => [Object.values(part).join(' '), value]),
      );
    expect(told('ipc_section')).toEqual({ A: 2, H: 2, [notTold]: 2 });
    expect(told('ipc_subclass')).toEqual({ A01B: 2, A61K: 1, H01L: 1, [notTold]: 3 });
    expect(told('ipc_section', 'kind')).toEqual({
      'A invention': 2,
      'H invention': 2,
      [`${notTold} design`]: 1,
      [`${notTold} invention`]: 1,
    });
    const opened = async (by: string) =>
      (await office.open({ definition, area: '440000', period: '2023', by })).rows.map(({ number }) => number);
    expect(await opened('ipc_section=not-told')).toEqual(['4', '5']);
    expect(await opened('ipc_subclass=not-told')).toEqual(['3', '4', '5']);
    expect(await opened('ipc_section=not-told,kind=design')).toEqual(['4']);
    office.close();
  });
});
