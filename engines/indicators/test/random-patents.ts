import { kinds } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import type { TestPatent } from './patents.js';

/** Days that are likely to go wrong, and any other of some years. */
const day = fc.oneof(
  fc.constantFrom('2020-02-29', '2022-01-31', '2022-02-28', '2022-12-31', '2023-01-01', '2023-03-31', '2023-06-30'),
  fc
    .date({ min: new Date('2019-11-01T00:00:00Z'), max: new Date('2023-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const dayOrNull = fc.option(day, { freq: 3, nil: null });

const area = fc.constantFrom('440305', '440300', '440000', '110108', '810000', 'CN', 'XX', 'US-CA', 'US', 'JP');
const others = fc.array(area, { maxLength: 2 });
/** Movers between areas; some on one day, some on no known day, some back to where they came from. */
const transfer = fc.record({ on: dayOrNull, areas: fc.array(area, { minLength: 1, maxLength: 2 }) });

const patent = fc.record(
  {
    office: fc.constantFrom('CN', 'CN', 'US'),
    dataset: fc.constantFrom('real' as const, 'real' as const, 'synthetic' as const),
    kind: fc.constantFrom(...kinds, 'invention' as const, 'invention' as const),
    area,
    others,
    transfers: fc.array(transfer, { maxLength: 3 }),
    holder: fc.constantFrom('甲', '乙', '丙', ''),
    holderType: fc.constantFrom('enterprise', 'university', null),
    outcome: fc.constantFrom('granted', 'withdrawn', null),
    ipc: fc.array(fc.constantFrom('A01B 1/00', 'A01B1/02', 'A61K', 'H01L 21/00', 'H'), { maxLength: 3 }),
    filed_on: dayOrNull,
    examination_requested_on: dayOrNull,
    closed_on: dayOrNull,
    granted_on: dayOrNull,
    ceased_on: dayOrNull,
  },
  { requiredKeys: ['office', 'dataset', 'kind', 'filed_on', 'examination_requested_on', 'closed_on', 'granted_on'] },
);

/** Patents with any dates in any order, some without holder. */
export const randomPatents: fc.Arbitrary<TestPatent[]> = fc
  .array(patent, { minLength: 0, maxLength: 60 })
  .map((list) => list.map((each, index) => ({ ...each, number: String(index).padStart(4, '0') })));
