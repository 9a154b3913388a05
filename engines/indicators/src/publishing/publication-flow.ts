import { type Flow, type FlowAct, type Guard, makeFlow } from '@zhiheng/acts';
import type { LocalizedText, Role } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow; an instance is one round of a vintage, from its proposal until it is published or withdrawn. */
export const publicationFlowName = 'vintage-publication';

/** Acts by which somebody proposes a publication: whoever did one of them is never the second person. */
export const proposingActs = ['propose', 'propose-again'] as const;

const publishers: readonly Role[] = ['planner', 'statistician'];

const guards: Readonly<Record<string, Guard>> = {
  proposer: {
    words: text('须由提议人办理', '須由提議人辦理', 'whoever proposed it'),
    holds: ({ instance: { history }, actor }) =>
      history.some(
        ({ act, person, onBehalfOf }) =>
          proposingActs.some((one) => one === act) &&
          (person === actor.person || (onBehalfOf !== null && onBehalfOf === actor.account)),
      ),
  },
  'other-hands': {
    words: text(
      '须由未计算该版本的人本人办理',
      '須由未計算該版本的人本人辦理',
      'somebody, in person, who did not compute the vintage',
    ),
    holds: ({ instance: { facts }, actor }) =>
      actor.onBehalfOf === null &&
      actor.surface.kind !== 'key' &&
      !String(facts.computedBy).split(' ').includes(actor.person),
  },
};

const reason = {
  ...{ field: 'reason', words: text('理由', '理由', 'reason') },
  check: { kind: 'text', most: 2000 },
} as const;
const anyPublisher = { roles: publishers, operator: true } as const;

const acts: readonly FlowAct[] = [
  {
    ...{ id: 'propose', words: text('提议发布', '提議發布', 'Propose to publish') },
    ...{ from: [], to: 'proposed', ...anyPublisher, needs: [reason] },
  },
  {
    ...{ id: 'propose-again', words: text('再次提议', '再次提議', 'Propose again') },
    ...{ from: ['returned'], to: 'proposed', ...anyPublisher, guard: 'proposer', needs: [reason] },
  },
  {
    ...{ id: 'sign', words: text('签发', '簽發', 'Sign') },
    // The operator is let through to four eyes, which refuse him by name.
    ...{ from: ['proposed'], to: 'published', ...anyPublisher, guard: 'other-hands' },
    ...{ fourEyes: [...proposingActs], needs: [{ ...reason, optional: true }] },
  },
  {
    ...{ id: 'return', words: text('退回', '退回', 'Return'), aside: true },
    ...{ from: ['proposed'], to: 'returned', ...anyPublisher, needs: [reason] },
  },
  {
    ...{ id: 'withdraw', words: text('撤回', '撤回', 'Withdraw'), aside: true },
    ...{ from: ['proposed', 'returned'], to: 'withdrawn', ...anyPublisher, guard: 'proposer', needs: [reason] },
  },
];

/** From a computed vintage to one that readers see: nothing is published that a second person has not signed. */
export const publicationFlow: Flow = makeFlow(
  {
    ...{ id: publicationFlowName, version: 1, page: '/data?part=vintages' },
    words: text('版本发布', '版本發布', 'Publication of a vintage'),
    states: [
      { id: 'proposed', words: text('待签发', '待簽發', 'proposed') },
      { id: 'returned', words: text('已退回', '已退回', 'returned') },
      { id: 'published', words: text('已发布', '已發布', 'published') },
      { id: 'withdrawn', words: text('已撤回', '已撤回', 'withdrawn') },
    ],
    acts,
  },
  guards,
);
