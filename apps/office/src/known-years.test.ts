import type { ObservationStore } from '@zhiheng/indicators';
import { describe, expect, it } from 'vitest';
import { withKnownYears } from './known-years.js';
import type { Office } from './office.js';
import type { StoredSet } from './stored-set.js';

const setOf = (...files: string[]): Pick<StoredSet, 'form' | 'parts'> => ({
  form: 'flow',
  parts: files.map((sha256) => ({ segment: { sha256, rows: 1, bytes: 1, revision: 0 }, told: null })),
});
const span = { from: '2019-01-01', until: '2023-12-31' };

describe('the years of a stored set', () => {
  it('are looked for once for its files, days, office and dataset, and again where that failed', async () => {
    const asked: string[] = [];
    let fails = true;
    const store: ObservationStore = {
      select: async () => [],
      areas: async () => [],
      years: async (office, dataset) => {
        asked.push(`${office} ${dataset}`);
        if (fails) throw new Error('closed');
        return [2020 + asked.length];
      },
    };
    const [office, other] = [{} as Office, {} as Office];
    await expect(withKnownYears(office, setOf('a'), span, store).years('CN', 'real')).rejects.toThrow('closed');
    fails = false;
    expect(await withKnownYears(office, setOf('a'), span, store).years('CN', 'real')).toEqual([2022]);
    expect(await withKnownYears(office, setOf('a'), span, store).years('CN', 'real')).toEqual([2022]);
    expect(await withKnownYears(office, setOf('a'), span, store).years('CN', 'synthetic')).toEqual([2023]);
    expect(await withKnownYears(office, setOf('a', 'b'), span, store).years('CN', 'real')).toEqual([2024]);
    const later = { ...span, until: '2024-01-31' };
    expect(await withKnownYears(office, setOf('a'), later, store).years('CN', 'real')).toEqual([2025]);
    expect(await withKnownYears(other, setOf('a'), span, store).years('CN', 'real')).toEqual([2026]);
    expect(asked).toHaveLength(6);
  });
});
