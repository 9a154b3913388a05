import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { grants, inForce, pendency } from '../../test/definitions.js';
import { TestOffice } from '../../test/office.js';
import { randomPatents } from '../../test/random-patents.js';
import type { ComputedDefinition } from '../definition.js';
import { explainRecord } from './explain-record.js';

const definitions: readonly ComputedDefinition[] = [
  grants,
  { ...grants, scope: 'CN-ML', where: "kind != 'plant' or filed_on + 1 years > granted_on" },
  { ...grants, attribution: { holder: 'each', at: 'event' } },
  { ...grants, attribution: { holder: 'fractional', at: 'event' } },
  { ...inForce, attribution: { holder: 'fractional', at: 'filing' } },
  { ...inForce, where: "not (classified('ipc', 'A01B') and count(holders) > 1)" },
  { ...inForce, attribution: { holder: 'first', at: 'period-end' } },
  pendency('complete-months'),
  pendency('days', { where: "kind = 'invention' and outcome = 'granted'" }),
];
const question = fc.record({
  definition: fc.constantFrom(...definitions),
  area: fc.constantFrom('ALL', 'CN', 'CN-ML', '440000', '440300', 'XX', 'US'),
  period: fc.constantFrom('2020', '2022', '2023', '2023-Q1', '2022-02', '2023-03-YTD'),
  by: fc.constantFrom(
    null,
    'kind=invention',
    'holder_type=university',
    'ipc_section=A',
    'ipc_subclass=A01B,kind=design',
    'holder_type=not-told',
    'ipc_subclass=not-told,outcome=not-told',
  ),
  statistic: fc.constantFrom(null, 'survival-median' as const),
  part: fc.constantFrom(null, 'numerator' as const),
  dataset: fc.constantFrom('real' as const, 'synthetic' as const),
});

it('says of every record what opening the figure says, by SQL and by itself', async () => {
  await fc.assert(
    fc.asyncProperty(randomPatents, fc.array(question, { minLength: 1, maxLength: 3 }), async (patents, questions) => {
      const office = await TestOffice.of(patents.slice(0, 12));
      const sources = { areas, office: 'CN', holdings: [] };
      for (const question of questions) {
        // Other statistics have no year that they look back from, and other kinds no share.
        const isMedian = question.statistic !== null && question.period.length === 4;
        const statistic = isMedian ? question.statistic : null;
        const part = question.definition.kind === 'duration' ? question.part : null;
        const request = { ...question, statistic, part };
        const opened = await office.open(request, { limit: 100 });
        const counted = new Set(opened.rows.map(({ id }) => id));
        const shares = new Map(opened.rows.map(({ id, share }) => [id, share ?? null]));
        for (const { office: of = 'CN', number } of patents.slice(0, 12)) {
          const id = `${of}:${number}`;
          const explained = await explainRecord({ ...request, id }, office.session, sources);
          expect({ id, ...explained?.sql, admitted: explained?.admitted }).toMatchObject({
            ...{ id, agrees: true, admitted: counted.has(id) },
          });
          expect(explained?.leftOutBy === null).toBe(counted.has(id));
          expect(explained?.share ?? null).toBe(shares.get(id) ?? null);
        }
      }
      office.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);
