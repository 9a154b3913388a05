import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isComputed } from '../definition.js';
import { isMade } from '../made-parts.js';
import { readDefinitions } from './read-definitions.js';

/** Every figure that the programme of 2023 names, clause by clause, and the definitions that tell it; `slot` where none can yet. */
const catalogue: Readonly<Record<string, readonly string[]>> = {
  'applications gross, notified, net by kind': [
    ...[
      'patent-applications',
      'patent-applications-notified',
      'patent-applications-net',
      'patent-applications-deducted',
    ],
  ],
  'grants by kind': ['patent-grants'],
  'PCT, Madrid, Hague': ['pct-applications-received', 'madrid-applications', 'hague-applications'],
  'overseas invention grants': ['overseas-invention-grants'],
  'claims per application': ['claims-per-application'],
  'share of inventions': ['invention-application-share'],
  'rates by filing cohort': [
    ...['invention-withdrawal-rate-of-cohort', 'invention-refusal-rate-of-cohort', 'invention-grant-rate-of-cohort'],
  ],
  'funded patents (5g)': ['funded-patent-applications'],
  'in force by kind': ['patents-in-force', 'patents-in-force-by-owner'],
  'maintained years': ['mean-years-maintained', 'inventions-maintained-over-10-years'],
  'per 10,000': ['inventions-in-force-per-10k'],
  'marks in force': ['trademarks-in-force', 'trademarks-in-force-from-records'],
  'marks applied for and registered': [
    ...['trademark-applications', 'trademark-applications-from-records'],
    ...['trademark-registrations', 'trademark-registrations-from-records', 'trademark-holders-in-force'],
  ],
  'GIs and GI mark users': ['gi-products', 'gi-trademarks', 'gi-mark-users'],
  'high value, conditions, overlaps (1a, 9d)': ['high-value-inventions', 'high-value-inventions-in-force'],
  'high value per 10,000': ['high-value-inventions-per-10k', 'high-value-inventions-in-force-per-10k'],
  'invention and high-value pendency': ['invention-pendency', 'high-value-invention-pendency'],
  'first action': ['invention-first-action-period'],
  backlog: ['inventions-under-examination'],
  accuracy: ['invention-closing-accuracy'],
  'satisfaction with examination': ['examination-satisfaction'],
  'mark examination and registration periods': [
    ...['trademark-examination-period', 'trademark-publication-period-from-records'],
    ...['trademark-registration-period', 'trademark-registration-period-from-records'],
  ],
  'pass rate': ['trademark-spot-check-pass-rate'],
  'PPH and priority examination (8c)': ['pph-invention-pendency', 'priority-examination-pendency'],
  'PPH by partner (8c)': ['pph-requests-by-partner'],
  'abnormal rate by area, agency, holder (1b, 2a)': ['abnormal-application-rate', 'abnormal-applications-notified'],
  'withdrawal after notice': ['withdrawn-after-notice-share'],
  'repeat share': ['repeat-application-share'],
  'bad-faith and hoarding counts (2b)': [
    ...['bad-faith-trademark-applications', 'hoarded-trademark-applications-refused'],
    ...['bad-faith-trademark-clues', 'hoarded-trademark-clues'],
  ],
  'agency credit (7c)': ['agency-credit'],
  'pledge amount and its growth (5c, 9d)': ['pledge-amount', 'pledge-amount-growth', 'pledge-amount-from-records'],
  'pledge items': ['pledge-items', 'pledge-items-from-records', 'pledged-patents-from-records'],
  'pledge firms, small and medium firms': [
    'pledge-firms',
    'pledge-firms-from-records',
    'pledge-small-and-medium-firms',
  ],
  'loans under 10 million and their share': [
    ...['pledge-firms-small-loans', 'pledge-firms-small-loans-from-records'],
    ...['pledge-small-loan-share', 'pledge-small-loan-share-from-records'],
  ],
  'patents and marks apart': [
    ...['pledge-amount-patents', 'pledge-amount-trademarks', 'pledge-items-patents', 'pledge-items-trademarks'],
  ],
  'licences, open licences, transfers (5d)': [
    ...['licences-recorded', 'open-licences-recorded', 'transfers-recorded', 'open-licence-patents'],
    ...['transfers-and-licences', 'transfers-and-licences-from-records'],
  ],
  'fee rates by industry (5f)': ['licence-fee-rate'],
  'patent-intensive added value and share (5h)': [
    ...['patent-intensive-value-added', 'patent-intensive-share', 'patent-intensive-recognised-products'],
  ],
  'university conversion': [
    ...['university-transfers-and-licences', 'university-transfers-and-licences-from-records'],
    ...['university-invention-commercialisation-rate', 'enterprise-invention-commercialisation-rate'],
  ],
  'GI and brand value (5i)': ['trademark-brand-value', 'gi-product-value'],
  'strategic emerging, green, key digital, new three': [
    ...[
      'patents-in-force-strategic-industries',
      'patent-grants-strategic-industries',
      'patent-grants-green-technology',
    ],
    ...['patent-grants-key-digital', 'patent-grants-new-three', 'patent-grants-by-strategic-industry'],
  ],
  'digital-economy core and green low-carbon (9b)': ['digital-economy-core-patents', 'green-low-carbon-patents'],
  'WIPO 35 fields': ['patent-grants-by-field'],
  'adjudications filed, closed, in time (4c, 4d)': [
    ...['adjudications', 'adjudications-filed', 'adjudications-closed', 'adjudications-closed-in-time'],
  ],
  centres: ['protection-centres'],
  satisfaction: ['protection-satisfaction'],
  'overseas guidance (4h)': ['overseas-dispute-guidance'],
  'acceptance of first-instance judgments (9c)': ['first-instance-acceptance-rate'],
  'copyright industries (9c)': ['copyright-industries-share'],
  'service bodies (6c)': ['service-body-coverage'],
  royalties: ['royalties-trade'],
  'population, GDP': ['population', 'gdp'],
};

describe('the catalogue of 2023', () => {
  const definitions = readDefinitions(fileURLToPath(new URL('../../../../definitions', import.meta.url)));
  const byId = new Map(definitions.map((one) => [one.id, one]));

  it.each(Object.entries(catalogue))('%s: computed, made, reported or a slot', (_, ids) => {
    for (const id of ids) {
      const definition = byId.get(id);
      expect(definition, id).toBeDefined();
      if (definition === undefined) continue;
      const told = isComputed(definition) || isMade(definition) || definition.published.length > 0;
      expect(told !== (definition.kind === 'slot'), id).toBe(true);
    }
  });

  it('holds every slot, which says in three languages what it waits for', () => {
    const slots = definitions.flatMap((one) => (one.kind === 'slot' ? [one] : []));
    const named = Object.values(catalogue).flat();
    expect(slots.filter(({ id }) => !named.includes(id))).toEqual([]);
    expect(slots).toHaveLength(17);
    for (const { awaits, provisional } of slots) {
      expect(provisional).toBe(true);
      for (const text of Object.values(awaits.what)) expect(text.length).toBeGreaterThan(8);
    }
  });
});
