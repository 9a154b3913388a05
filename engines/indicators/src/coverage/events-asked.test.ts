import { describe, expect, it } from 'vitest';
import { covered, coveredAll } from '../../test/coverage.js';
import { applications, inForce } from '../../test/definitions.js';
import { TestOffice } from '../../test/office.js';
import type { StockCondition, StockDefinition } from '../definition.js';
import { eventsAsked } from './events-asked.js';

const names = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' };
const pledged: StockCondition = {
  id: 'pledged',
  names,
  where: null,
  dates: null,
  events: { kind: 'pledge', endedBy: 'pledge_release', where: null },
};
const old: StockCondition = {
  ...pledged,
  id: 'old',
  events: null,
  dates: { from: 'granted_on + 10 years', until: null },
};
const stock = (conditions: StockCondition[], where = inForce.where): StockDefinition => ({
  ...inForce,
  conditions,
  where,
});

describe('the events that a figure rests on', () => {
  it.each([
    ['none', stock([])],
    ['none', stock([old], "classified('ipc', 'H01L') and count(holders) > 1")],
    ['deeds', stock([pledged, old])],
    ['deeds', stock([], 'held(pledge, pledge_release, 2023-12-31)')],
    ['deeds', { ...applications, where: 'has(licence, on > 2020-01-01) or has(open_licence)' }],
    ['others', stock([pledged, { ...pledged, id: 'award', events: { kind: 'award', endedBy: null, where: null } }])],
    ['others', stock([{ ...old, where: "has(overseas_grant, country = 'US')" }])],
    ['others', { ...applications, where: 'count(events) > 0' }],
  ])('are %s', (asked, definition) => {
    expect(eventsAsked(definition)).toBe(asked);
  });
});

describe('a stock with conditions', () => {
  const rights = coveredAll('2018-01-01', '2023-12-31');
  const deeds = covered('recorded', '2018-01-01', '2023-12-31', { table: 'recordals' });
  const award = { ...pledged, events: { kind: 'award', endedBy: null, where: null } };

  it.each([
    ['of deeds is provisional without them', stock([pledged]), rights, 'missing'],
    ['of deeds is final with them', stock([pledged]), [...rights, deeds], 'final'],
    ['of dates is final', stock([old]), rights, 'final'],
    ['of other events is never final', stock([award]), [...rights, deeds], 'missing'],
  ])('%s', async (_, definition, coverage, status) => {
    // Nothing counts: zero is a conclusion where all is covered, and withheld elsewhere.
    const office = await TestOffice.of([], { coverage });
    const [row] = await office.figure(definition, { areas: ['CN'], periods: ['2023'] });
    expect(row).toMatchObject({ status, value: status === 'final' ? 0 : null });
  });
});
