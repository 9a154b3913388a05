import { type Flow, type FlowAct, type Guard, makeFlow } from '@zhiheng/acts';
import type { LocalizedText, Role } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow; an instance is one table of the office's own, from its loading until it holds or is given up. */
export const tableFlowName = 'own-table';

const loaders: readonly Role[] = ['statistician'];
const accepters: readonly Role[] = ['planner', 'statistician'];

const guards: Readonly<Record<string, Guard>> = {
  proposer: {
    words: text('须由装入人办理', '須由裝入人辦理', 'whoever loaded it'),
    holds: ({ instance: { history }, actor }) =>
      history.some(
        ({ act, person, onBehalfOf }) =>
          act === 'propose' && (person === actor.person || (onBehalfOf !== null && onBehalfOf === actor.account)),
      ),
  },
  'in-person': {
    words: text('须由本人办理', '須由本人辦理', 'somebody in person'),
    holds: ({ actor }) => actor.onBehalfOf === null && actor.surface.kind !== 'key',
  },
};

const reason = {
  ...{ field: 'reason', words: text('理由', '理由', 'reason') },
  check: { kind: 'text', most: 2000 },
} as const;

const acts: readonly FlowAct[] = [
  {
    ...{ id: 'propose', words: text('装入', '裝入', 'Load') },
    ...{ from: [], to: 'proposed', roles: loaders, operator: true, needs: [{ ...reason, optional: true }] },
  },
  {
    ...{ id: 'accept', words: text('接受', '接受', 'Accept') },
    // The operator is let through to four eyes, which refuse him by name.
    ...{ from: ['proposed'], to: 'accepted', roles: accepters, operator: true, guard: 'in-person' },
    ...{ fourEyes: ['propose'], needs: [{ ...reason, optional: true }] },
  },
  {
    ...{ id: 'return', words: text('退回', '退回', 'Return'), aside: true },
    ...{ from: ['proposed'], to: 'returned', roles: accepters, operator: true, needs: [reason] },
  },
  {
    ...{ id: 'withdraw', words: text('撤回', '撤回', 'Withdraw'), aside: true },
    ...{ from: ['proposed'], to: 'withdrawn', roles: loaders, operator: true, guard: 'proposer', needs: [reason] },
  },
];

/** From a table that somebody loaded to one that holds: none counts that a second person has not accepted. */
export const tableFlow: Flow = makeFlow(
  {
    ...{ id: tableFlowName, version: 1, page: '/data?part=classifications' },
    words: text('本单位对照表', '本單位對照表', 'Own concordance table'),
    states: [
      { id: 'proposed', words: text('待接受', '待接受', 'proposed') },
      { id: 'accepted', words: text('已接受', '已接受', 'accepted') },
      { id: 'returned', words: text('已退回', '已退回', 'returned') },
      { id: 'withdrawn', words: text('已撤回', '已撤回', 'withdrawn') },
    ],
    acts,
  },
  guards,
);
