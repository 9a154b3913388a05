import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('are counted, made of others, slots, and one for every other published series', () => {
    const byKind = (kind: string) => definitions.filter((each) => each.kind === kind).map((each) => each.id);
    expect(byKind('flow')).toEqual([
      'applications-withdrawn-after-notice',
      'first-applicants',
      'funded-patent-applications',
      'invention-applications-granted-of-cohort',
      'invention-applications-refused-of-cohort',
      'invention-applications-withdrawn-of-cohort',
      'licences-recorded',
      'open-licences-recorded',
      'patent-application-claims',
      'patent-applications',
      'patent-applications-deducted',
      'patent-applications-deducted-by-decision',
      'patent-applications-net',
      'patent-applications-notified',
      'patent-applications-with-claims',
      'patent-grants',
      'patent-grants-by-field',
      'patent-grants-by-strategic-industry',
      'patent-grants-green-technology',
      'patent-grants-key-digital',
      'patent-grants-new-three',
      'patent-grants-strategic-industries',
      'pledge-amount-from-records',
      'pledge-firms-from-records',
      'pledge-firms-small-loans-from-records',
      'pledge-items-from-records',
      'pledged-patents-from-records',
      'trademark-applications-from-records',
      'trademark-registrations-from-records',
      'transfers-and-licences-from-records',
      'transfers-recorded',
      'university-transfers-and-licences-from-records',
    ]);
    expect(byKind('derived')).toEqual(['patent-applications-net-by-decision']);
    expect(byKind('stock')).toEqual([
      'high-value-inventions-in-force',
      'inventions-maintained-over-10-years',
      'inventions-under-examination',
      'patent-years-maintained',
      'patents-in-force',
      'patents-in-force-by-owner',
      'patents-in-force-strategic-industries',
      'trademark-holders-in-force',
      'trademarks-in-force-from-records',
    ]);
    expect(byKind('duration')).toEqual([
      'invention-first-action-period',
      'invention-pendency',
      'invention-pendency-by-complete-months',
      'invention-pendency-by-month-boundaries',
      'pph-invention-pendency',
      'priority-examination-pendency',
      'trademark-publication-period-from-records',
      'trademark-registration-period-from-records',
    ]);
    expect(byKind('distribution')).toEqual(['licence-fee-rate']);
    expect(byKind('ratio')).toEqual([
      'abnormal-application-rate',
      'claims-per-application',
      'high-value-inventions-in-force-per-10k',
      'high-value-inventions-per-10k-by-population',
      'invention-application-share',
      'invention-grant-rate-of-cohort',
      'invention-refusal-rate-of-cohort',
      'invention-withdrawal-rate-of-cohort',
      'inventions-in-force-per-10k',
      'mean-years-maintained',
      'pledge-small-loan-share',
      'pledge-small-loan-share-from-records',
      'withdrawn-after-notice-share',
    ]);
    expect(byKind('growth')).toEqual([
      'invention-application-growth',
      'invention-grant-growth',
      'pledge-amount-growth',
    ]);
    expect(byKind('slot')).toEqual([
      'adjudications-closed',
      'adjudications-closed-in-time',
      'adjudications-filed',
      'agency-credit',
      'bad-faith-trademark-clues',
      'digital-economy-core-patents',
      'gi-product-value',
      'green-low-carbon-patents',
      'hoarded-trademark-clues',
      'overseas-dispute-guidance',
      'pledge-small-and-medium-firms',
      'pph-requests-by-partner',
      'protection-centres',
      'repeat-application-share',
      'service-body-coverage',
      'trademark-brand-value',
      'university-invention-commercialisation-rate',
    ]);
    expect(byKind('reported')).toHaveLength(45);
    expect(definitions).toHaveLength(129);
  });

  it('over patents say in their files whether they are gross or net, and in three languages what is deducted', () => {
    const counted = definitions.flatMap((each) => ('net' in each && each.table === 'patents' ? [each] : []));
    expect(counted).toHaveLength(33);
    const deducts = { 'zh-Hans': /扣除/, 'zh-Hant': /扣除/, en: /deduct/i } as const;
    for (const { id, file, net, summary, traps } of counted) {
      const said = /^net: (\w+)$/m.exec(readFileSync(join(folder, 'indicators', `${id}.yaml`), 'utf8'))?.[1];
      expect(said, file).toBe(net);
      const words = (language: keyof typeof deducts) => [summary, ...traps].map((each) => each[language]).join(' ');
      for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
        expect(words(language), `${id} in ${language}`).toMatch(deducts[language]);
      }
    }
  });

  it('show shares and growth to a tenth of a percent', () => {
    const fractions = definitions.filter(({ unit }) => unit === 'share' || unit === 'growth-rate');
    expect(fractions.map(({ decimals }) => decimals)).toEqual(Array.from({ length: 14 }, () => 1));
  });

  it('name each published series exactly once', () => {
    const named = definitions.flatMap((each) => each.published.map((entry) => entry.series)).sort();
    expect(named).toEqual([...new Set(values.map((value) => value.series))].sort());
    expect(named).toHaveLength(51);
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
    expect(rows).toHaveLength(668);
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
