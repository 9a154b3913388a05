import { describe, expect, it } from 'vitest';
import { parseRecord } from '../exchange/parse-record.js';
import { legalEvent } from './legal-event.js';

function event(authority: string, code: string, details = '', gazette = '2020-01-02') {
  const text = `<ops:legal code="${code.padEnd(4)}"><ops:L001EP>${authority}</ops:L001EP><ops:L007EP>${gazette}</ops:L007EP><ops:L500EP>${details}</ops:L500EP></ops:legal>`;
  return legalEvent(parseRecord({ bytes: Buffer.from(text), tooLong: false }), 'X:1');
}
const assignment = (words: string) =>
  event('US', 'AS', `<ops:L509EP>BANK N.A.</ops:L509EP><ops:L510EP>${words}</ops:L510EP>`);

describe('legalEvent', () => {
  it.each([
    ['CN', 'GR01', 'grant'],
    ['CN', 'CF01', 'lapse'],
    ['CN', 'TR01', 'transfer'],
    ['CN', 'EE01', 'licence'],
    ['CN', 'OL01', 'open_licence'],
    ['CN', 'PE01', 'pledge'],
    ['CN', 'PC01', 'pledge_release'],
    ['CN', 'IW01', 'invalidation'],
    ['CN', 'RR01', 'restoration'],
    ['CN', 'CP01', 'other'],
    ['EP', 'RAP1', 'other'],
    ['EP', 'GRAA', 'other'],
    ['US', 'FP', 'lapse'],
    ['US', 'STCF', 'other'],
    ['JP', 'CF01', 'other'],
  ])('folds %s %s into %s', (authority, code, word) => {
    expect(event(authority, code)).toMatchObject({
      patent: 'X:1',
      event: word,
      event_on: '2020-01-02',
      country: authority,
      event_as_given: code,
    });
  });

  it('takes the effective day and the state that a European event names', () => {
    const details = '<ops:L501EP>BG</ops:L501EP><ops:L525EP>20191127</ops:L525EP>';
    expect(event('EP', 'PG25', details)).toMatchObject({ event: 'lapse', event_on: '2019-11-27', country: 'BG' });
  });

  it('keeps a national code behind REG in words', () => {
    const details = '<ops:L501EP>CH</ops:L501EP><ops:L502EP descData="PATENT CEASED">PL</ops:L502EP>';
    expect(event('EP', 'REG', details)).toMatchObject({ event: 'other', country: 'CH', event_as_given: 'REG CH PL' });
  });

  it('tells no day that the source never knew', () => {
    expect(event('EP', 'AK', '', '0001-01-01')).toMatchObject({ event_on: null });
  });

  it.each([
    [
      'ASSIGNMENT OF ASSIGNORS INTEREST;ASSIGNORS:A, B;C, D;SIGNING DATES FROM 1 TO 2;REEL/FRAME:027221/0655',
      'transfer',
      'A, B;C, D',
    ],
    ['ASSIGNMENT OF ASSIGNOR&apos;S INTEREST;ASSIGNOR:A;REEL/FRAME:027221/0655', 'transfer', 'A'],
    ['SECURITY INTEREST;ASSIGNOR:A;REEL/FRAME:027221/0655', 'pledge', 'A'],
    ['RELEASE BY SECURED PARTY;ASSIGNOR:A;REEL/FRAME:027221/0655', 'pledge_release', 'A'],
    ['CHANGE OF NAME;ASSIGNOR:A;REEL/FRAME:027221/0655', 'other', null],
  ])('reads the conveyance %s', (words, word, from) => {
    expect(assignment(words)).toEqual({
      patent: 'X:1',
      event: word,
      event_on: '2020-01-02',
      from_parties: from,
      to_parties: from === null ? null : 'BANK N.A.',
      country: 'US',
      reference: '027221/0655',
      event_as_given: 'AS',
    });
  });
});
