import { describe, expect, it } from 'vitest';
import { caseDefinition, guards, words } from '../../test/example-flow.js';
import { type FlowAct, type FlowDefinition, flowFaults, makeFlow } from '../index.js';

const act = (id: string, from: string[], to: string, rest: Partial<FlowAct> = {}): FlowAct => ({
  id,
  words: words(id),
  from,
  to,
  roles: ['planner'],
  ...rest,
});
const flow = (states: string[], acts: FlowAct[], rest: Partial<FlowDefinition> = {}): FlowDefinition => ({
  id: 'f',
  version: 1,
  words: words('f'),
  states: states.map((id) => ({ id, words: words(id) })),
  acts,
  ...rest,
});
const told = (definition: FlowDefinition) => flowFaults(definition).map(({ where, what }) => `${where}: ${what}`);

describe('a transition table', () => {
  it('that is sound makes a flow', () => {
    expect(flowFaults(caseDefinition, Object.keys(guards))).toEqual([]);
    expect(makeFlow(caseDefinition, guards).id).toBe('case');
  });

  it('is refused with every fault at once', () => {
    const definition = flow(
      ['open', 'shut', 'lost', 'open'],
      [
        act('begin', [], 'open', { clock: { starts: ['answr'] } }),
        act('close', ['opn'], 'shut', { roles: [], guard: 'rich' }),
        act('close', ['open'], 'shut', {
          holderFrom: 'who',
          clock: { extends: [{ clock: 'answer', by: { unit: 'day', count: 0 } }] },
        }),
      ],
      { clocks: [{ id: 'answer', words: words('answer'), term: { unit: 'day', count: 0 } }] },
    );
    expect(told(definition)).toEqual([
      'state open: stands twice',
      'act close: stands twice',
      'clock answer: its term has to be a whole number of at least 1',
      'act begin: no clock is named answr (did you mean answer?)',
      'act close: no state is named opn (did you mean open?)',
      'act close: nobody may do it',
      'act close: no guard is named rich',
      'act close: it extends a clock by nothing',
      'act close: no field is named who',
      'state lost: never reached',
      'clock answer: no act starts it',
    ]);
    expect(() => makeFlow(definition)).toThrow(/state open: stands twice; .*clock answer: no act starts it$/);
  });

  it('needs an act that opens it', () => {
    expect(told(flow(['open'], [act('stay', ['open'], 'open')]))).toEqual([
      'flow: no act opens it',
      'state open: never reached',
    ]);
  });

  it('names acts in four eyes that can have come before', () => {
    const acts = (fourEyes: string[]) => [
      act('propose', [], 'proposed'),
      act('confirm', ['proposed'], 'confirmed', { fourEyes }),
      act('withdraw', ['confirmed'], 'withdrawn'),
    ];
    const states = ['proposed', 'confirmed', 'withdrawn'];
    expect(told(flow(states, acts(['propose'])))).toEqual([]);
    expect(told(flow(states, acts(['withdraw'])))).toEqual([
      'act confirm: four eyes name withdraw, which cannot have come before',
    ]);
    expect(told(flow(states, acts(['propos'])))).toEqual([
      'act confirm: no act is named propos (did you mean propose?)',
    ]);
    expect(told(flow(states, acts([])))).toEqual(['act confirm: four eyes name no act']);
    expect(told(flow(['proposed'], [act('propose', [], 'proposed', { fourEyes: ['propose'] })]))).toEqual([
      'act propose: four eyes on an act that opens: nothing came before it',
    ]);
  });

  it('leaves no way around four eyes', () => {
    const acts = [
      act('propose', [], 'proposed'),
      act('take-over', [], 'proposed'),
      act('confirm', ['proposed'], 'confirmed', { fourEyes: ['propose'] }),
    ];
    expect(told(flow(['proposed', 'confirmed'], acts))).toEqual([
      'act confirm: four eyes can be gone around: proposed is reached without propose',
    ]);
    acts[2] = act('confirm', ['proposed'], 'confirmed', { fourEyes: ['propose', 'take-over'] });
    expect(told(flow(['proposed', 'confirmed'], acts))).toEqual([]);
  });

  it('may ask for two different persons for one act that is done twice', () => {
    const acts = [act('open', [], 'open'), act('review', ['open'], 'open', { fourEyes: ['review'] })];
    expect(told(flow(['open'], acts))).toEqual([]);
  });
});
