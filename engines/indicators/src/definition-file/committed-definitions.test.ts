import { fileURLToPath } from 'node:url';
import { type UnitId, units } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { publishedObservations } from '../published/published-observations.js';
import { readPublishedFolder } from '../published/read-published-folder.js';
import { readDefinitions } from './read-definitions.js';

const folder = fileURLToPath(new URL('../../../../definitions', import.meta.url));

describe('the committed definitions', () => {
  const definitions = readDefinitions(folder);
  const values = readPublishedFolder(folder);

  const inForce = 'patents-in-force-strategic-industries';
  const grantsByTable = ['green-technology', 'key-digital', 'new-three', 'strategic-industries'].map(
    (one) => `patent-grants-${one}`,
  );

  it('are twenty-five computed, thirteen made of others and one for every other published series', () => {
    const byKind = (kind: string) => definitions.filter((each) => each.kind === kind).map((each) => each.id);
    expect(byKind('flow')).toEqual([
      'applications-withdrawn-after-notice',
      'first-applicants',
      'invention-applications-granted-of-cohort',
      'invention-applications-refused-of-cohort',
      'invention-applications-withdrawn-of-cohort',
      'patent-applications',
      'patent-applications-deducted',
      'patent-applications-deducted-by-decision',
      'patent-applications-net',
      'patent-applications-notified',
      'patent-grants',
      ...grantsByTable,
    ]);
    expect(byKind('derived')).toEqual(['patent-applications-net-by-decision']);
    expect(byKind('stock')).toEqual([
      'high-value-inventions-in-force',
      'inventions-maintained-over-10-years',
      'inventions-under-examination',
      'patents-in-force',
      'patents-in-force-by-owner',
      inForce,
    ]);
    expect(byKind('duration')).toEqual([
      'invention-pendency',
      'invention-pendency-by-complete-months',
      'invention-pendency-by-month-boundaries',
      'pph-invention-pendency',
    ]);
    expect(byKind('ratio')).toEqual([
      'abnormal-application-rate',
      'high-value-inventions-in-force-per-10k',
      'high-value-inventions-per-10k-by-population',
      'invention-application-share',
      'invention-grant-rate-of-cohort',
      'invention-refusal-rate-of-cohort',
      'invention-withdrawal-rate-of-cohort',
      'pledge-small-loan-share',
      'withdrawn-after-notice-share',
    ]);
    expect(byKind('growth')).toEqual([
      'invention-application-growth',
      'invention-grant-growth',
      'pledge-amount-growth',
    ]);
    expect(byKind('reported')).toHaveLength(28);
  });

  it('show shares and growth to a tenth of a percent', () => {
    const fractions = definitions.filter(({ unit }) => unit === 'share' || unit === 'growth-rate');
    expect(fractions.map(({ decimals }) => decimals)).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('name each published series exactly once', () => {
    const named = definitions.flatMap((each) => each.published.map((entry) => entry.series)).sort();
    expect(named).toEqual([...new Set(values.map((value) => value.series))].sort());
    expect(named).toHaveLength(34);
  });

  it('have a unit of the same thing as their published values', () => {
    for (const definition of definitions) {
      for (const row of publishedObservations(definition, values, { effective: 'latest', vintage: null })) {
        expect(units[row.unit as UnitId].base, definition.id).toBe(units[definition.unit].base);
      }
    }
  });

  it('give a place of its own to every published value', () => {
    const rows = definitions.flatMap((each) =>
      publishedObservations(each, values, { effective: 'latest', vintage: null }),
    );
    const places = rows.map((row) =>
      JSON.stringify([row.indicator, row.area, row.period, row.breakdown, row.statistic]),
    );
    expect(rows).toHaveLength(115);
    expect(new Set(places).size).toBe(rows.length);
  });

  it('put grants of each kind under one id', () => {
    const grants = definitions.filter((each) => each.id === 'patent-grants');
    const of2023 = grants
      .flatMap((each) => publishedObservations(each, values, { effective: 'latest', vintage: 'v' }))
      .filter((row) => row.period === '2023');
    expect(of2023.map((row) => [row.breakdown, row.value, row.unit, row.vintage])).toEqual([
      [{ kind: 'invention' }, 92.1, '10k-patents', 'v'],
      [{ kind: 'utility_model' }, 209, '10k-patents', 'v'],
      [{ kind: 'design' }, 63.8, '10k-patents', 'v'],
    ]);
  });
});
