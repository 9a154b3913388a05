import type { SessionAnswer } from '@zhiheng/office';
import type { TaskReason } from '@zhiheng/programme';

/** Acts on several tasks together. */
export const batchActs = ['sign', 'hand-in', 'close', 'return', 'withdraw'] as const;
export type BatchAct = (typeof batchActs)[number];

/** What each asks for: a permission, and something to be filled in first. */
export const batchNeeds: Readonly<
  Record<
    BatchAct,
    { readonly permission: SessionAnswer['mayDo'][number]; readonly asks: 'nothing' | 'reason' | 'note' }
  >
> = {
  sign: { permission: 'tasks:work', asks: 'nothing' },
  'hand-in': { permission: 'tasks:work', asks: 'nothing' },
  close: { permission: 'tasks:close', asks: 'nothing' },
  return: { permission: 'tasks:work', asks: 'reason' },
  withdraw: { permission: 'tasks:assign', asks: 'note' },
};

/** Reasons for which tasks can be returned by their owners, or sent back when they were handed in. */
export function returningReasons(reasons: readonly TaskReason[]): readonly TaskReason[] {
  return reasons.filter((one) => one.for.includes('return') || one.for.includes('send-back'));
}
