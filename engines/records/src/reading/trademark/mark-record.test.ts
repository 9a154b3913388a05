import { describe, expect, it } from 'vitest';
import type { MarkFacts, OwnerFacts } from './mark-facts.js';
import { markRecord } from './mark-record.js';

const nothing: MarkFacts = {
  office: 'US',
  number: '74/631,225',
  registrationNumber: null,
  filed: null,
  registered: null,
  published: [],
  abandoned: null,
  kind: null,
  markText: null,
  featureCode: null,
  feature: null,
  statusCode: null,
  statusText: null,
  statusDate: null,
  agency: null,
  goods: [],
  owners: [],
  events: [],
};
const owner = (name: string, stage: number | null, more: Partial<OwnerFacts> = {}): OwnerFacts => ({
  name,
  country: null,
  region: null,
  addressLines: [],
  stage,
  ...more,
});
const record = (facts: Partial<MarkFacts>) => markRecord({ ...nothing, ...facts });
const head = (facts: Partial<MarkFacts>) => record(facts).rows.trademarks?.[0];
const holders = (...owners: OwnerFacts[]) => record({ owners }).rows.trademark_holders;

describe('markRecord', () => {
  it('says nothing that the file does not', () => {
    const { rows, ...keys } = record({});
    expect(keys).toMatchObject({ id: 'US:74631225', number: '74631225', numberAsGiven: '74/631,225', stateOn: null });
    expect(Object.values(rows.trademarks?.[0] ?? { a: 1 }).every((value) => value === null)).toBe(true);
    expect([rows.trademark_classes, rows.trademark_holders, rows.trademark_events]).toEqual([[], [], []]);
  });

  it.each([
    [{ office: null }, 'field-missing', 'office'],
    [{ office: 'USA' }, 'value-wrong', 'office'],
    [{ number: null }, 'field-missing', 'number'],
    [{ number: '1234567' }, 'number-wrong', 'number'],
    [{ office: 'EM', number: '-' }, 'number-wrong', 'number'],
    [{ statusDate: '2008-13-01' }, 'date-wrong', 'status_on'],
    [{ published: ['soon'] }, 'date-wrong', 'published_on'],
  ])('finds %j at fault', (facts, code, field) => {
    expect(() => record(facts)).toThrow(expect.objectContaining({ code, field }));
  });

  it('dates the end by the status, an abandonment by its own date first', () => {
    const statusDate = '2009-02-07-05:00';
    expect(head({ statusCode: '710', statusDate })).toMatchObject({ status: 'cancelled', ceased_on: '2009-02-07' });
    expect(head({ statusCode: '602', statusDate, abandoned: '2009-01-30' })?.ceased_on).toBe('2009-01-30');
    expect(head({ statusCode: '602', statusDate })?.ceased_on).toBe('2009-02-07');
    expect(head({ statusCode: '900' })).toMatchObject({ status: 'expired', ceased_on: null });
    expect(head({ statusCode: '700', statusDate, abandoned: '2009-01-30' })?.ceased_on).toBeNull();
  });

  it('takes the first publication, from the events where none is listed', () => {
    const event = { code: 'PUBO', entry: null, date: '2003-12-30', description: 'PUBLISHED FOR OPPOSITION' };
    const notice = { code: 'NPUB', entry: null, date: '2003-12-10', description: 'NOTICE OF PUBLICATION' };
    expect(head({ events: [event, notice] })?.published_on).toBe('2003-12-30');
    expect(head({ events: [event], published: ['2004-05-01', '2004-01-01Z'] })?.published_on).toBe('2004-01-01');
  });

  it('keeps present owners, joint ones in order', () => {
    const joint = holders(owner('B', 31), owner('A', 31), owner('Old', 30), owner('First', 10));
    expect(joint?.map(({ name }) => name)).toEqual(['B', 'A']);
    expect(holders(owner('A', null), owner('B', null))?.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('places owners by state, country, or not at all', () => {
    const placed = (country: string | null, region: string | null) =>
      holders(owner('A', null, { country, region }))?.[0]?.area;
    expect(placed('US', 'new hampshire')).toBe('US-NH');
    expect(placed('US', 'CA')).toBe('US-CA');
    expect(placed('US', 'Elsewhere')).toBe('US');
    expect(placed('DE', 'CA')).toBe('DE');
    expect(placed('TW', null)).toBe('710000');
    expect(placed(null, 'CALIFORNIA')).toBe('XX');
  });

  it('puts goods with the class they are written under', () => {
    const goods = {
      edition: '12',
      nice: ['009', '009', '042'],
      national: ['A'],
      firstUsed: '1995-10-13',
      statements: [
        { class: '042', text: 'advice' },
        { class: null, text: 'software' },
        { class: 'A', text: 'seals' },
        { class: '9', text: 'chips' },
      ],
    };
    const row = { edition: '12', first_used_on: '1995-10-13' };
    expect(record({ goods: [goods] }).rows.trademark_classes).toEqual([
      { ...row, scheme: 'nice', class: '9', goods: 'software; chips' },
      { ...row, scheme: 'nice', class: '42', goods: 'advice' },
      { ...row, edition: null, scheme: 'us-national', class: 'A', goods: 'seals' },
    ]);
  });

  it('folds kinds and features', () => {
    expect(head({ kind: 'Collective Membership Mark', featureCode: '3' })).toMatchObject({
      kind: 'collective',
      feature: 'combined',
    });
    expect(head({ kind: 'Sound Mark', featureCode: '5000' })).toMatchObject({
      kind: 'sound_mark',
      feature: 'stylized',
    });
    expect(head({ feature: 'AN ILLUSTRATION DRAWING WITHOUT ANY WORDS' })?.feature).toBe('figurative');
    expect(head({ office: 'EM', featureCode: '3', feature: '3-D' })?.feature).toBe('3_d');
    expect(head({ registrationNumber: '0000000' })?.registration_number).toBeNull();
  });
});
