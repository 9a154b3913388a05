import { describe, expect, it } from 'vitest';
import type { RowOf, SourceRecord } from '../source-record.js';
import { openInterests } from './open-interests.js';

function deed(number: string, row: RowOf<'recordals'>, office = 'US'): SourceRecord {
  return {
    group: 'recordals',
    id: `${office}:${number}`,
    office,
    dataset: 'real',
    number,
    numberAsGiven: number,
    stateOn: null,
    rows: { recordals: [row], patent_events: [] },
  };
}

const interest = (number: string, on: string | null) => deed(number, { kind: 'security_interest', recorded_on: on });
const release = (refersTo: string | null, on: string | null, words = 'RELEASE') =>
  deed('050000/0001', { kind: 'release', recorded_on: on, refers_to: refersTo, kind_as_given: words });
const open = (...records: SourceRecord[]) => openInterests(records).map(({ number }) => number);
const pledge = interest('048818/0520', '2019-04-08');

describe('openInterests', () => {
  it('orders by recording date, then reel and frame', () => {
    const undated = interest('000001/0001', null);
    const [early, later] = [interest('049342/0819', '2019-01-08'), interest('048041/0605', '2019-04-08')];
    expect(open(undated, pledge, later, early, deed('1', { kind: 'assignment' }))).toEqual([
      '049342/0819',
      '048041/0605',
      '048818/0520',
      '000001/0001',
    ]);
  });

  it.each([
    ['048818/0520', '2019-05-07', false],
    ['048041/0605; 048818/0520', '2019-05-07', false],
    ['048818/0520', '2019-04-08', false],
    ['048818/0520', null, false],
    ['048818/0520', '2019-04-07', true],
    ['148818/0520', '2019-05-07', true],
    [null, '2019-05-07', true],
  ])('a release of %s on %s: open %s', (refersTo, on, isOpen) => {
    expect(open(release(refersTo, on), pledge)).toEqual(isOpen ? ['048818/0520'] : []);
  });

  it('stays open behind a partial release, another office, or a deed that is no release', () => {
    const partial = release('048818/0520', '2019-05-07', 'PARTIAL RELEASE OF SECURITY INTEREST');
    const abroad = deed('1', { kind: 'release', recorded_on: '2019-05-07', refers_to: '048818/0520' }, 'CA');
    const assigned = deed('2', { kind: 'assignment', recorded_on: '2019-05-07', refers_to: '048818/0520' });
    expect(open(pledge, partial, abroad, assigned)).toEqual(['048818/0520']);
  });
});
