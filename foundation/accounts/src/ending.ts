import type { Step } from './room.js';

/** Ends all sessions and one-time links of an account, and its keys where asked. */
export async function endCredentials(step: Step, account: string, { keys }: { keys: boolean }): Promise<void> {
  const { database, time } = step;
  await endSessions(step, account, null);
  const links = database.updateTable('account_links').set({ spent_at: time });
  await links.where('account', '=', account).where('spent_at', 'is', null).execute();
  if (!keys) return;
  const held = database.updateTable('account_keys').set({ revoked_at: time });
  await held.where('account', '=', account).where('revoked_at', 'is', null).execute();
}

/** Ends the sessions of an account, but for one where named; gives their ids. */
export async function endSessions({ database, time }: Step, account: string, except: string | null): Promise<string[]> {
  let open = database.updateTable('account_sessions').set({ ended_at: time });
  open = open.where('account', '=', account).where('ended_at', 'is', null);
  if (except !== null) open = open.where('id', '!=', except);
  const ended = await open.returning('id').execute();
  return ended.map(({ id }) => id).sort();
}

/** Ends what an account has given to others and what others have given to it. */
export async function endDelegations({ database, time }: Step, account: string): Promise<void> {
  const open = database.updateTable('account_delegations').set({ ended_at: time }).where('ended_at', 'is', null);
  await open.where((either) => either.or([either('giver', '=', account), either('receiver', '=', account)])).execute();
}
