import { type NewNotice, notify } from '@zhiheng/acts';
import { byActor } from '@zhiheng/ledger';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';

/** Tells accounts of what was done that concerns them; whoever did it is not told. */
export async function tell({ ledger, clock }: Office, actor: Actor, notices: readonly NewNotice[]): Promise<void> {
  const others = notices.filter(({ account }) => account !== actor.account);
  if (others.length === 0) return;
  await ledger.transact(async (transaction) => {
    const time = clock.now().toISOString();
    const object = others.map(({ account }) => account).join(' ');
    const act = await transaction.append({ ...byActor(actor), time, kind: 'notice:made', object, hash: '' });
    await notify(transaction, act, others);
  });
}
