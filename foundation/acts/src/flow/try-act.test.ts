import { type Actor, visitor } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { account, caseFlow, operator } from '../../test/example-flow.js';
import {
  type ActInput,
  dueOf,
  type Instance,
  momentAt,
  newInstance,
  possibleActs,
  type Refusal,
  readDays,
  tryAct,
  WorkingCalendar,
} from '../index.js';

const calendar = new WorkingCalendar(
  readDays('date,kind,name,source\n2023-01-01,from,2023,n\n2023-05-01,holiday,劳动节,n\n2023-12-31,until,2023,n\n')
    .days,
);
const at = (day: string) => momentAt(`${day}T02:00:00Z`, calendar);
const region = account('li', ['region'], 'hubei');
const officer = account('wang', ['case-officer'], 'office');
const second = account('chen', ['case-officer'], 'office');

function done(instance: Instance, act: string, actor: Actor, input: ActInput = {}, day = '2023-03-01'): Instance {
  const tried = tryAct(caseFlow, instance, act, actor, input, at(day));
  if (!tried.done) throw new Error(tried.refusal.words.en);
  return tried.instance;
}

function refused(instance: Instance, act: string, actor: Actor, input: ActInput = {}, day = '2023-03-01'): Refusal {
  const tried = tryAct(caseFlow, instance, act, actor, input, at(day));
  if (tried.done) throw new Error(`${act} was done`);
  return tried.refusal;
}

const blank = newInstance(caseFlow, { id: 'c1', organisation: 'hubei', facts: { sum: 100 } });
const filed = done(blank, 'file', region);
const waiting = done(filed, 'ask', officer, { question: 'why' });
const drafted = done(filed, 'draft', officer, { reviewer: 'chen' });
const dueDay = (instance: Instance, name: string) => {
  const clock = instance.clocks.find((one) => one.clock === name);
  return clock === undefined ? undefined : dueOf(clock, calendar)?.day;
};

describe('an act', () => {
  it('moves an instance on and tells its history', () => {
    expect(waiting).toMatchObject({ state: 'waiting', version: 2, organisation: 'hubei', facts: { sum: 100 } });
    expect(waiting.history).toEqual([
      {
        version: 1,
        act: 'file',
        from: null,
        to: 'filed',
        person: 'account:li',
        onBehalfOf: null,
        time: '2023-03-01T02:00:00.000Z',
        input: {},
      },
      expect.objectContaining({ version: 2, act: 'ask', from: 'filed', to: 'waiting', input: { question: 'why' } }),
    ]);
    expect([blank.state, blank.history, filed.version]).toEqual([null, [], 1]);
  });

  it('hands an instance to a holder', () => {
    expect([filed.holder, drafted.holder]).toEqual([null, 'chen']);
    expect(done(drafted, 'decide', second, { outcome: 'granted' }).state).toBe('decided');
  });
});

describe('a refusal', () => {
  it('tells of the state, and what would be possible', () => {
    const refusal = refused(waiting, 'draft', officer, { reviewer: 'chen' });
    expect(refusal).toMatchObject({ code: 'state', state: 'waiting', from: ['filed'], possible: [] });
    expect(refusal.words).toEqual({
      'zh-Hans': '当前状态为“waiting-简”，不能办理“draft-简”',
      'zh-Hant': '目前狀態為「waiting-繁」，不能辦理「draft-繁」',
      en: '“draft” is not possible in the state “waiting”',
    });
    expect(refused(waiting, 'ask', officer, {}, '2023-03-20').possible.map(({ act }) => act)).toEqual([
      'deem-withdrawn',
    ]);
    expect(refused(filed, 'file', region)).toMatchObject({ code: 'state', state: 'filed', from: [] });
    expect(refused(blank, 'ask', officer).words.en).toBe('“ask” is not possible in the state “not begun”');
  });

  it('tells of an act that the flow does not have', () => {
    expect(refused(filed, 'drafts', officer)).toMatchObject({ code: 'act-unknown', didYouMean: 'draft' });
  });

  it('tells of the role', () => {
    const refusal = refused(filed, 'ask', region, { question: 'why' });
    expect(refusal).toMatchObject({ code: 'role', roles: ['case-officer'], operator: false, possible: [] });
    expect(refusal.words['zh-Hans']).toBe('您的角色不能办理“ask-简”');
    expect(refused(filed, 'ask', operator).code).toBe('role');
    expect(refused(blank, 'file', visitor(null)).code).toBe('role');
    expect(done(blank, 'file', operator).history[0]?.person).toBe('local:root');
  });

  it('tells of the organisation and of the holder', () => {
    const other = account('zhao', ['region'], 'hunan');
    expect(refused(waiting, 'answer', other, { answer: 'so' })).toMatchObject({
      code: 'organisation',
      organisation: 'hubei',
    });
    const third = account('sun', ['case-officer'], 'office');
    expect(refused(drafted, 'decide', third, { outcome: 'granted' })).toMatchObject({ code: 'holder', holder: 'chen' });
  });

  it('lets nobody be their own second person', () => {
    const own = done(filed, 'draft', officer, { reviewer: 'wang' });
    const refusal = refused(own, 'decide', officer, { outcome: 'granted' });
    expect(refusal).toMatchObject({ code: 'four-eyes', act: 'draft', person: 'account:wang' });
    expect(refusal.words.en).toBe('you did “draft” before; “decide” needs another person');
  });

  it('counts whoever is acted for as the doer too, both ways', () => {
    const forWang = account('chen', ['case-officer'], 'office', 'wang');
    expect(refused(drafted, 'decide', forWang, { outcome: 'granted' }).code).toBe('four-eyes');
    const draftedForChen = done(filed, 'draft', account('wang', ['case-officer'], 'office', 'chen'), {
      reviewer: 'chen',
    });
    expect(refused(draftedForChen, 'decide', second, { outcome: 'granted' }).code).toBe('four-eyes');
    const forChen = account('sun', ['case-officer'], 'office', 'chen');
    expect(done(drafted, 'decide', forChen, { outcome: 'granted' }).history.at(-1)).toMatchObject({
      person: 'account:sun',
      onBehalfOf: 'chen',
    });
  });

  it('never takes the local operator as a second person, whoever came first', () => {
    expect(refused(drafted, 'decide', operator, { outcome: 'granted' }).code).toBe('second-person');
    const byOperator = done(filed, 'draft', operator, { reviewer: 'chen' });
    expect(done(byOperator, 'decide', second, { outcome: 'refused' }).state).toBe('decided');
  });

  it('tells of a deadline that ran out, or has not yet', () => {
    // 15 days after 2023-03-01: Thursday 03-16.
    expect(done(waiting, 'answer', region, { answer: 'so' }, '2023-03-16').state).toBe('filed');
    const late = refused(waiting, 'answer', region, { answer: 'so' }, '2023-03-17');
    expect(late).toMatchObject({ code: 'clock', clock: 'answer', why: 'over', due: '2023-03-16' });
    expect(late.words['zh-Hant']).toBe('期限「answer-繁」已於 2023-03-16 屆滿，不能辦理「answer-繁」');
    expect(refused(waiting, 'deem-withdrawn', officer, {}, '2023-03-16')).toMatchObject({ why: 'not-over' });
    expect(done(waiting, 'deem-withdrawn', officer, {}, '2023-03-17').clocks.map(({ endedOn }) => endedOn)).toEqual([
      '2023-03-17',
      '2023-03-17',
    ]);
  });

  it('tells of the guard', () => {
    const dear = done(newInstance(caseFlow, { id: 'c2', facts: { sum: 101 } }), 'file', region);
    const refusal = refused(dear, 'draft', officer, { reviewer: 'chen' });
    expect(refusal).toMatchObject({ code: 'guard', guard: 'small-sum' });
    expect(refusal.words.en).toBe('“draft” demands: a sum of at most 100');
    expect(refusal.possible.map(({ act }) => act)).toEqual(['ask', 'pause', 'extend']);
  });

  it('tells of every field at once', () => {
    const refusal = refused(waiting, 'answer', region, { receivedOn: '2023-02-29', colour: 'red' });
    expect(refusal).toMatchObject({
      code: 'field',
      fields: [
        { field: 'answer', fault: 'missing' },
        { field: 'receivedOn', fault: 'wrong' },
        { field: 'colour', fault: 'unknown', words: null },
      ],
    });
    expect(refusal.words['zh-Hans']).toBe('answer-简：缺少；received on-简：填写有误；colour：不属于这一步');
    expect(refused(filed, 'ask', officer, { question: '  ' }).code).toBe('field');
    expect(refused(filed, 'ask', officer, { question: '字'.repeat(21) }).code).toBe('field');
    expect(refused(filed, 'ask', officer, { question: 'a\0b' }).code).toBe('field');
    expect(refused(filed, 'ask', officer, { question: '\ud800' }).code).toBe('field');
    expect(done(filed, 'ask', officer, { question: '字'.repeat(20) }).state).toBe('waiting');
  });
});

describe('clocks of an instance', () => {
  it('stand still, go on and are extended', () => {
    // 20 working days after 2023-03-01: 03-02, 03-03, then three full weeks to 03-24, 03-27 to 03-29.
    expect(dueDay(filed, 'decision')).toBe('2023-03-29');
    const paused = done(filed, 'pause', officer, {}, '2023-03-06');
    expect(dueDay(paused, 'decision')).toBeUndefined();
    const resumed = done(paused, 'resume', officer, {}, '2023-03-10');
    expect(dueDay(resumed, 'decision')).toBe('2023-04-05');
    expect(dueDay(done(resumed, 'extend', officer, {}, '2023-04-05'), 'decision')).toBe('2023-04-12');
  });

  it('are neither extended nor suspended once they ran out', () => {
    expect(refused(filed, 'extend', officer, {}, '2023-03-30')).toMatchObject({ code: 'clock', why: 'over' });
    expect(refused(filed, 'pause', officer, {}, '2023-03-30')).toMatchObject({ code: 'clock', why: 'over' });
  });

  it('begin from the front when started again', () => {
    const again = done(
      done(waiting, 'answer', region, { answer: 'so' }),
      'ask',
      officer,
      { question: 'and' },
      '2023-04-03',
    );
    expect(dueDay(again, 'answer')).toBe('2023-04-18');
    expect(again.clocks).toHaveLength(2);
  });
});

describe('what is possible', () => {
  it('is told in the order of the table for each actor', () => {
    const names = (instance: Instance, actor: Actor) =>
      possibleActs(caseFlow, instance, actor, at('2023-03-02')).map(({ act }) => act);
    expect(names(blank, region)).toEqual(['file']);
    expect(names(filed, officer)).toEqual(['ask', 'pause', 'extend', 'draft']);
    expect(names(waiting, region)).toEqual(['answer']);
    expect(names(drafted, officer)).toEqual([]);
    expect(names(drafted, second)).toEqual(['decide']);
    expect(names(filed, operator)).toEqual(['draft']);
  });
});
