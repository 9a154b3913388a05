import { describe, expect, it } from 'vitest';
import { hasEnded, markStatus } from './mark-status.js';

describe('markStatus', () => {
  it.each([
    ['800', 'The registration has been renewed.', 'registered'],
    ['702', 'A Sections 8 and 15 combined declaration has been accepted and acknowledged.', 'registered'],
    ['790', 'A cancellation proceeding is pending', 'registered'],
    [
      '710',
      'Registration cancelled because registrant did not file an acceptable declaration under Section 8.',
      'cancelled',
    ],
    ['715', 'Cancelled - restored to pendency', 'applied'],
    ['602', 'Abandoned because the applicant failed to respond to an Office action.', 'abandoned'],
    ['612', 'Petition to revive received', null],
    ['616', 'Revived - awaiting further action', null],
    ['686', 'Published for opposition', 'published'],
    ['900', 'Expired', 'expired'],
    ['999', 'This registration has expired.', 'expired'],
    ['000', 'Unknown', null],
  ])('reads code %s of the USPTO: %s', (code, text, status) => {
    expect(markStatus('US', code, text)).toBe(status);
  });

  it.each([
    ['Registration cancelled', 'cancelled'],
    ['Registration cancelled in part', null],
    ['Cancellation pending', null],
    ['Registered', 'registered'],
    ['Application published', 'published'],
    ['Application withdrawn', 'withdrawn'],
    ['Application refused', 'refused'],
    ['Filed', 'applied'],
    ['Opposition pending', null],
    ['602', null],
    [null, null],
  ])('reads the word %s of another office', (code, status) => {
    expect(markStatus('EM', code, null)).toBe(status);
  });

  it('tells what has ended', () => {
    expect((['cancelled', 'expired', 'abandoned', 'withdrawn'] as const).map(hasEnded)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect((['applied', 'published', 'registered', null] as const).map(hasEnded)).toEqual([false, false, false, false]);
  });
});
