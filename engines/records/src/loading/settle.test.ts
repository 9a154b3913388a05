import { describe, expect, it } from 'vitest';
import { settleRecord } from './settle.js';

const at = (stateOn: string | null, hash: string, seenFile = false) => ({
  stateOn,
  hash,
  seenFile,
  dataset: 'real' as 'real' | 'synthetic',
  secondHand: false,
  publications: 0,
});
const settle = (...arrivals: ReturnType<typeof at>[]) => settleRecord(null, new Set(), arrivals);
const june = at('2023-06-01', 'june');

describe('settling the states of one record', () => {
  it('loads the first, replaces by the later, ignores the older', () => {
    expect(settle(june, at('2023-07-01', 'july'), at('2023-05-01', 'may'))).toEqual({
      outcomes: ['loaded', 'replaced', 'older-state'],
      current: 1,
    });
  });

  it('never lets an older weekly file overwrite a newer state', () => {
    expect(settleRecord(june, new Set(['june']), [at('2023-05-01', 'may')])).toEqual({
      outcomes: ['older-state'],
      current: null,
    });
  });

  it('takes the later of two states of one day by load order', () => {
    expect(settle(june, at('2023-06-01', 'june, corrected'))).toEqual({ outcomes: ['loaded', 'replaced'], current: 1 });
  });

  it('counts any known dated state as a duplicate', () => {
    expect(settleRecord(june, new Set(['june', 'may']), [at('2023-05-01', 'may'), june])).toEqual({
      outcomes: ['duplicate', 'duplicate'],
      current: null,
    });
  });

  it('lets the office itself stand over a copy, whatever their days', () => {
    const copy = { ...at('2023-07-01', 'copy of july'), secondHand: true };
    const older = { ...at('2023-05-01', 'copy of may'), secondHand: true };
    expect(settle(june, copy)).toEqual({ outcomes: ['loaded', 'second-hand-state'], current: 0 });
    expect(settle(copy, june)).toEqual({ outcomes: ['loaded', 'replaced'], current: 1 });
    expect(settle(copy, older, at('2023-04-01', 'april'), june, copy)).toEqual({
      outcomes: ['loaded', 'older-state', 'replaced', 'replaced', 'duplicate'],
      current: 3,
    });
    expect(settleRecord(june, new Set(['june']), [copy, copy]).outcomes).toEqual(['second-hand-state', 'duplicate']);
  });

  it('lets the state told from more publications stand, of two of one day in exchange data', () => {
    const one = { ...at('2023-06-01', 'one'), publications: 1 };
    const both = { ...at('2023-06-01', 'both'), publications: 2 };
    expect(settle(one, both)).toEqual({ outcomes: ['loaded', 'replaced'], current: 1 });
    expect(settle(both, one)).toEqual({ outcomes: ['loaded', 'lesser-state'], current: 0 });
    const later = { ...at('2023-06-02', 'one, later'), publications: 1 };
    expect(settle(both, later)).toEqual({ outcomes: ['loaded', 'replaced'], current: 1 });
    expect(settle(both, june)).toEqual({ outcomes: ['loaded', 'replaced'], current: 1 });
  });

  it('never lets a synthetic record stand in for a real one', () => {
    expect(settle(june, { ...at('2023-07-01', 'july'), dataset: 'synthetic' })).toEqual({
      outcomes: ['loaded', 'other-dataset'],
      current: 0,
    });
  });

  it('lets an undated state return, but not from a file seen before', () => {
    const held = at(null, 'B');
    expect(settleRecord(held, new Set(['A', 'B']), [at(null, 'A')]).outcomes).toEqual(['replaced']);
    expect(settleRecord(held, new Set(['A', 'B']), [at(null, 'A', true), at(null, 'B', true)]).outcomes).toEqual([
      'duplicate',
      'duplicate',
    ]);
  });
});
