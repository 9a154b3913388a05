import type { LocalizedText, Role } from '@zhiheng/vocabulary';
import type { FlowAct } from './definition.js';
import { type Flow, type Guard, makeFlow } from './flow.js';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** What one kind of proposal has of its own: its name, who proposes, who accepts, and its words. */
export interface ProposalKind {
  readonly id: string;
  readonly version: number;
  readonly page: string;
  readonly words: LocalizedText;
  readonly proposers: readonly Role[];
  readonly accepters: readonly Role[];
  /** Whether whoever proposes gives a reason; left out: it may be left out. */
  readonly reasoned?: true;
  /** Of the first act, and of whoever did it. */
  readonly proposing: { readonly act: LocalizedText; readonly by: LocalizedText };
}

function guardsOf(by: LocalizedText): Readonly<Record<string, Guard>> {
  return {
    proposer: {
      words: by,
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
}

const reason = {
  ...{ field: 'reason', words: text('理由', '理由', 'reason') },
  check: { kind: 'text', most: 2000 },
} as const;

/**
 * The flow of what one person proposes and another accepts: `propose`, then `accept`, `return` or `withdraw`. The local operator may propose and return; as a
 * second person he is let through to four eyes, which refuse him by name.
 */
export function proposalFlow(kind: ProposalKind): Flow {
  const { id, version, page, words, proposers, accepters, proposing, reasoned } = kind;
  const given = reasoned ? reason : { ...reason, optional: true };
  const acts: readonly FlowAct[] = [
    {
      ...{ id: 'propose', words: proposing.act },
      ...{ from: [], to: 'proposed', roles: proposers, operator: true, needs: [given] },
    },
    {
      ...{ id: 'accept', words: text('接受', '接受', 'Accept') },
      ...{ from: ['proposed'], to: 'accepted', roles: accepters, operator: true, guard: 'in-person' },
      ...{ fourEyes: ['propose'], needs: [{ ...reason, optional: true }] },
    },
    {
      ...{ id: 'return', words: text('退回', '退回', 'Return'), aside: true },
      ...{ from: ['proposed'], to: 'returned', roles: accepters, operator: true, needs: [reason] },
    },
    {
      ...{ id: 'withdraw', words: text('撤回', '撤回', 'Withdraw'), aside: true },
      ...{ from: ['proposed'], to: 'withdrawn', roles: proposers, operator: true, guard: 'proposer', needs: [reason] },
    },
  ];
  const states = [
    { id: 'proposed', words: text('待接受', '待接受', 'proposed') },
    { id: 'accepted', words: text('已接受', '已接受', 'accepted') },
    { id: 'returned', words: text('已退回', '已退回', 'returned') },
    { id: 'withdrawn', words: text('已撤回', '已撤回', 'withdrawn') },
  ];
  return makeFlow({ id, version, page, words, states, acts }, guardsOf(proposing.by));
}
