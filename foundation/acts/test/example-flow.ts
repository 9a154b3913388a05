import { type Actor, type LocalizedText, localOperator, type Role } from '@zhiheng/vocabulary';
import { type FlowDefinition, type Guard, makeFlow } from '../src/index.js';

export const words = (en: string): LocalizedText => ({ 'zh-Hans': `${en}-简`, 'zh-Hant': `${en}-繁`, en });

/** A case with a deadline: filed by a region, answered within 15 days, decided by another person than drafted. */
export const caseDefinition: FlowDefinition = {
  id: 'case',
  version: 1,
  words: words('Case'),
  states: ['filed', 'waiting', 'paused', 'drafted', 'decided'].map((id) => ({ id, words: words(id) })),
  clocks: [
    { id: 'answer', words: words('answer'), term: { unit: 'day', count: 15 } },
    { id: 'decision', words: words('decision'), term: { unit: 'working-day', count: 20 } },
  ],
  acts: [
    {
      id: 'file',
      words: words('file'),
      from: [],
      to: 'filed',
      roles: ['region'],
      operator: true,
      clock: { starts: ['decision'] },
    },
    {
      id: 'ask',
      words: words('ask'),
      from: ['filed'],
      to: 'waiting',
      roles: ['case-officer'],
      needs: [{ field: 'question', words: words('question'), check: { kind: 'text', most: 20 } }],
      clock: { starts: ['answer'] },
    },
    {
      id: 'answer',
      words: words('answer'),
      from: ['waiting'],
      to: 'filed',
      roles: ['region'],
      limit: 'own-organisation',
      needs: [
        { field: 'answer', words: words('answer'), check: { kind: 'text' } },
        { field: 'receivedOn', words: words('received on'), check: { kind: 'day' }, optional: true },
      ],
      clock: { within: 'answer', ends: ['answer'] },
    },
    {
      id: 'deem-withdrawn',
      words: words('deem withdrawn'),
      from: ['waiting'],
      to: 'decided',
      roles: ['case-officer'],
      clock: { after: 'answer', ends: ['answer', 'decision'] },
    },
    {
      id: 'pause',
      words: words('pause'),
      from: ['filed'],
      to: 'paused',
      roles: ['case-officer'],
      clock: { suspends: ['decision'] },
    },
    {
      id: 'resume',
      words: words('resume'),
      from: ['paused'],
      to: 'filed',
      roles: ['case-officer'],
      clock: { resumes: ['decision'] },
    },
    {
      id: 'extend',
      words: words('extend'),
      from: ['filed'],
      to: 'filed',
      roles: ['case-officer'],
      clock: { extends: [{ clock: 'decision', by: { unit: 'working-day', count: 5 } }] },
    },
    {
      id: 'draft',
      words: words('draft'),
      from: ['filed'],
      to: 'drafted',
      roles: ['case-officer'],
      operator: true,
      guard: 'small-sum',
      needs: [{ field: 'reviewer', words: words('reviewer'), check: { kind: 'text' } }],
      holderFrom: 'reviewer',
    },
    {
      id: 'decide',
      words: words('decide'),
      from: ['drafted'],
      to: 'decided',
      roles: ['case-officer', 'decider'],
      operator: true,
      limit: 'holder',
      fourEyes: ['draft'],
      needs: [{ field: 'outcome', words: words('outcome'), check: { kind: 'choice', of: ['granted', 'refused'] } }],
      clock: { ends: ['decision'] },
    },
  ],
};

export const guards: Readonly<Record<string, Guard>> = {
  'small-sum': {
    words: words('a sum of at most 100'),
    holds: ({ instance }) => Number(instance.facts.sum ?? 0) <= 100,
  },
};

export const caseFlow = makeFlow(caseDefinition, guards);

/** An account with roles in an organisation, acting for another account when named. */
export function account(
  id: string,
  roles: readonly Role[],
  organisation: string,
  onBehalfOf: string | null = null,
): Actor {
  const person = { person: `account:${id}`, kind: 'account', account: id, organisation, roles, onBehalfOf } as const;
  return { ...person, areas: 'everywhere', surface: { kind: 'page', address: null }, keyScope: null };
}

export const operator = localOperator('root');
