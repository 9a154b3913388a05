import type { CoverageEntry } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { coverageBounds } from './coverage-bounds.js';

const entry = (more: Partial<CoverageEntry>): CoverageEntry => ({
  table: 'patents',
  office: 'CN',
  dataset: 'real',
  event: 'filed',
  kinds: ['design'],
  areas: null,
  from: '2018-01-01',
  to: '2018-12-31',
  inForceFrom: null,
  completeness: 'full',
  source: 'a',
  ...more,
});
const design = { office: 'CN', dataset: 'real', kind: 'design' };

describe('bounds of coverage', () => {
  it('reach from the first to the last day that any file tells of', () => {
    const later = entry({ from: '2019-01-01', to: '2020-06-30' });
    expect(coverageBounds([entry({}), later], 'filed')).toEqual([{ ...design, from: '2018-01-01', to: '2020-06-30' }]);
  });

  it('have no beginning where a file of that kind holds what was in force: it was filed before', () => {
    const granted = entry({ event: 'granted', inForceFrom: '2018-01-01' });
    expect(coverageBounds([entry({}), granted], 'filed')).toEqual([{ ...design, from: null, to: '2018-12-31' }]);
    const other = entry({ event: 'granted', inForceFrom: '2018-01-01', kinds: ['plant'] });
    expect(coverageBounds([entry({}), other], 'filed')).toEqual([{ ...design, from: '2018-01-01', to: '2018-12-31' }]);
  });

  it('are those of patents alone', () => {
    const marks = entry({ table: 'trademarks', from: '2001-01-01' });
    expect(coverageBounds([entry({}), marks], 'filed')).toEqual([{ ...design, from: '2018-01-01', to: '2018-12-31' }]);
  });
});
