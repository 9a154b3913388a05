import { type Flow, type FlowAct, type Guard, makeFlow } from '@zhiheng/acts';
import type { LocalizedText, Role } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow; an instance is one round of a definition, from its first text until it is published or withdrawn. */
export const draftFlowName = 'definition-draft';

/** Acts that bring a text, or hand one in: whoever did one of them is never the second person. */
export const authorActs = ['write', 'revise', 'mend', 'take-over', 'submit', 'take-back'] as const;

const drafters: readonly Role[] = ['planner', 'statistician'];

const guards: Readonly<Record<string, Guard>> = {
  author: {
    words: text('须由写过本草案的人办理', '須由寫過本草案的人辦理', 'somebody who wrote a part of the draft'),
    holds: ({ instance: { history }, actor }) =>
      history.some(
        ({ act, person, onBehalfOf }) =>
          authorActs.some((one) => one === act) &&
          (person === actor.person || (onBehalfOf !== null && onBehalfOf === actor.account)),
      ),
  },
  edited: {
    words: text('撤回发布的提议没有可改的文本', '撤回發布的提議沒有可改的文本', 'a draft with a text of its own'),
    holds: ({ instance }) => instance.facts.takesBack === undefined,
  },
  'takes-back': {
    words: text('仅适用于撤回发布的提议', '僅適用於撤回發布的提議', 'a proposal to take a publication back'),
    holds: ({ instance }) => instance.facts.takesBack !== undefined,
  },
  'in-person': {
    words: text('须本人办理', '須本人辦理', 'somebody in person'),
    holds: ({ actor }) => actor.onBehalfOf === null && actor.surface.kind !== 'key',
  },
};

const reason = {
  ...{ field: 'reason', words: text('理由', '理由', 'reason') },
  check: { kind: 'text', most: 2000 },
} as const;
const note = { ...reason, field: 'note', words: text('说明', '說明', 'note'), optional: true } as const;
const anyDrafter = { roles: drafters, operator: true } as const;

const acts: readonly FlowAct[] = [
  { id: 'write', words: text('起草', '起草', 'Write'), from: [], to: 'written', ...anyDrafter, needs: [note] },
  {
    ...{ id: 'take-back', words: text('提议撤回发布', '提議撤回發布', 'Propose to take a publication back') },
    ...{ from: [], to: 'submitted', ...anyDrafter, guard: 'takes-back', needs: [reason] },
  },
  {
    ...{ id: 'revise', words: text('修改', '修改', 'Revise'), aside: true },
    ...{ from: ['written'], to: 'written', ...anyDrafter, needs: [note] },
  },
  {
    ...{ id: 'mend', words: text('按意见修改', '按意見修改', 'Mend') },
    ...{ from: ['returned'], to: 'written', ...anyDrafter, guard: 'author', needs: [note] },
  },
  {
    ...{ id: 'take-over', words: text('接手修改', '接手修改', 'Take over'), aside: true },
    ...{ from: ['returned'], to: 'written', ...anyDrafter, needs: [note] },
  },
  {
    ...{ id: 'submit', words: text('提交', '提交', 'Submit') },
    ...{ from: ['written'], to: 'submitted', ...anyDrafter, guard: 'author' },
  },
  {
    ...{ id: 'publish', words: text('发布', '發布', 'Publish') },
    // The operator is let through to four eyes, which refuse him by name.
    ...{ from: ['submitted'], to: 'published', ...anyDrafter, guard: 'in-person' },
    ...{ fourEyes: [...authorActs], needs: [reason] },
  },
  {
    ...{ id: 'return', words: text('退回', '退回', 'Return'), aside: true },
    ...{ from: ['submitted'], to: 'returned', ...anyDrafter, guard: 'edited', needs: [reason] },
  },
  {
    ...{ id: 'decline', words: text('不同意撤回', '不同意撤回', 'Decline'), aside: true },
    ...{ from: ['submitted'], to: 'withdrawn', ...anyDrafter, guard: 'takes-back', needs: [reason] },
  },
  {
    ...{ id: 'withdraw', words: text('撤销草案', '撤銷草案', 'Withdraw'), aside: true },
    ...{ from: ['written', 'submitted', 'returned'], to: 'withdrawn', ...anyDrafter, guard: 'author', needs: [reason] },
  },
];

/** From a written text to one in force: nothing is published that a second person has not looked at. */
export const draftFlow: Flow = makeFlow(
  {
    ...{ id: draftFlowName, version: 1, page: '/indicators/{id}/edit' },
    words: text('指标定义草案', '指標定義草案', 'Draft of a definition'),
    states: [
      { id: 'written', words: text('起草中', '起草中', 'written') },
      { id: 'submitted', words: text('待审', '待審', 'submitted') },
      { id: 'returned', words: text('已退回', '已退回', 'returned') },
      { id: 'published', words: text('已发布', '已發布', 'published') },
      { id: 'withdrawn', words: text('已撤销', '已撤銷', 'withdrawn') },
    ],
    acts,
  },
  guards,
);
