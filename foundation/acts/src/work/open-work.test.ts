import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { account, caseFlow, operator, words } from '../../test/example-flow.js';
import {
  type ActInput,
  type Instance,
  lightOf,
  makeFlow,
  momentAt,
  newInstance,
  openWork,
  readDays,
  tryAct,
  WorkingCalendar,
} from '../index.js';

const shipped = join(import.meta.dirname, '../../../../definitions/reference/working-days.csv');
const calendar = new WorkingCalendar(readDays(readFileSync(shipped, 'utf8')).days);
const at = (day: string) => momentAt(`${day}T02:00:00Z`, calendar);
const region = account('li', ['region'], 'hubei');
const officer = account('wang', ['case-officer'], 'office');

function done(instance: Instance, act: string, actor: Actor, input: ActInput, day: string): Instance {
  const tried = tryAct(caseFlow, instance, act, actor, input, at(day));
  if (!tried.done) throw new Error(tried.refusal.words.en);
  return tried.instance;
}
const start = (id: string, day: string) =>
  done(newInstance(caseFlow, { id, organisation: 'hubei', facts: { sum: 1 } }), 'file', region, {}, day);

describe('the light of a deadline', () => {
  it('counts working days over the Spring Festival 2023', () => {
    // Due Tuesday 01-31. Working days left after 01-19: 20, 28, 29, 30, 31; after 01-28: 29, 30, 31.
    const lights = ['2023-01-19', '2023-01-20', '2023-01-27', '2023-01-28', '2023-01-31', '2023-02-01'];
    expect(lights.map((day) => lightOf('2023-01-31', at(day)))).toEqual([
      'on-time',
      'on-time',
      'on-time',
      'due-soon',
      'due-soon',
      'late',
    ]);
    expect(lightOf(null, at('2023-01-19'))).toBe('none');
  });
});

describe('my work', () => {
  const filed = start('c1', '2023-03-01');
  const waiting = done(start('c2', '2023-02-20'), 'ask', officer, { question: 'why' }, '2023-02-20');
  const drafted = done(start('c3', '2023-03-02'), 'draft', officer, { reviewer: 'chen' }, '2023-03-02');
  const all = [filed, waiting, drafted];
  const list = (actor: Actor, standIns: Actor[] = [], day = '2023-03-03') =>
    openWork([caseFlow], all, actor, standIns, at(day)).map(({ id, acts, light, due }) => [
      id,
      acts.map(({ act }) => act).join(' '),
      light,
      due?.day,
    ]);

  it('lists what each could do now', () => {
    expect(list(officer)).toEqual([['case:c1', 'ask pause extend draft', 'on-time', '2023-03-29']]);
    // Fifteen days after 02-20 is 03-07: two working days after Friday 03-03.
    expect(list(region)).toEqual([['case:c2', 'answer', 'due-soon', '2023-03-07']]);
    expect(list(region, [], '2023-03-08')).toEqual([]);
    expect(list(officer, [], '2023-03-08')).toEqual([
      ['case:c2', 'deem-withdrawn', 'late', '2023-03-07'],
      ['case:c1', 'ask pause extend draft', 'on-time', '2023-03-29'],
    ]);
    expect(list(account('zhao', ['region'], 'hunan'))).toEqual([]);
    expect(list(operator)).toEqual([['case:c1', 'draft', 'on-time', '2023-03-29']]);
  });

  it('lists the work of an absent colleague, once', () => {
    const forChen = account('sun', ['case-officer'], 'office', 'chen');
    expect(list(account('sun', ['planner'], 'office'), [forChen])).toEqual([
      ['case:c1:chen', 'ask pause extend draft', 'on-time', '2023-03-29'],
      ['case:c3:chen', 'decide', 'on-time', '2023-03-30'],
    ]);
    expect(list(account('sun', ['case-officer'], 'office'), [forChen]).map(([id]) => id)).toEqual([
      'case:c1',
      'case:c3:chen',
    ]);
  });

  it('says whom it waits for, since when, and where', () => {
    const [item] = openWork(
      [{ ...caseFlow, page: '/cases/{id}' }],
      [{ ...waiting, id: 'c/2' }],
      region,
      [],
      at('2023-03-03'),
    );
    expect(item).toMatchObject({
      for: { roles: ['region'], organisation: 'hubei', account: null },
      since: '2023-02-20T02:00:00.000Z',
      link: '/cases/c%2F2',
      title: words('Case'),
      version: 2,
    });
    const extended = done(filed, 'extend', officer, {}, '2023-03-02');
    expect(openWork([caseFlow], [extended], officer, [], at('2023-03-03'))[0]?.since).toBe('2023-03-01T02:00:00.000Z');
  });

  it('leaves out what nobody waits for', () => {
    const acts = caseFlow.acts.map((act) => (act.id === 'answer' ? { ...act, aside: true } : act));
    const flow = makeFlow({ ...caseFlow, acts }, caseFlow.guards);
    expect(openWork([flow], all, region, [], at('2023-03-03'))).toEqual([]);
  });

  it('is our fault for an instance of an unknown flow', () => {
    expect(() => openWork([], all, region, [], at('2023-03-03'))).toThrow('no flow case of version 1');
  });
});
