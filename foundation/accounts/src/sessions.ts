import { UserFault } from '@zhiheng/vocabulary';
import { endSessions } from './ending.js';
import { type AccountsRoom, change, type Doer, tablesOf } from './room.js';
import type { AccountSettings } from './settings.js';
import type { Row } from './tables.js';

export interface Session {
  /** Public name; not the secret. */
  readonly id: string;
  readonly account: string;
  readonly address: string | null;
  readonly startedAt: string;
  /** To the minute. */
  readonly seenAt: string;
  readonly endsAt: string;
  readonly actingFor: string | null;
}

/** The sessions of an account that still hold, the newest first. */
export async function listSessions(room: AccountsRoom, account: string): Promise<Session[]> {
  const open = tablesOf(room).selectFrom('account_sessions').selectAll().where('account', '=', account);
  const rows = await open.where('ended_at', 'is', null).orderBy('started_at', 'desc').orderBy('id').execute();
  return rows.filter((row) => sessionHolds(row, room.clock(), room.settings)).map(sessionOf);
}

/** Ends one session of an account. Throws `not-found`. */
export function signOut(room: AccountsRoom, doer: Doer, account: string, session: string): Promise<void> {
  return change(room, doer, async ({ database, time, note }) => {
    let open = database.updateTable('account_sessions').set({ ended_at: time }).where('id', '=', session);
    open = open.where('account', '=', account).where('ended_at', 'is', null);
    const ended = await open.returning('id').execute();
    if (ended.length === 0) throw new UserFault('not-found', { values: { name: session } });
    await note('sign-out', account, null, { sessions: [session] });
  });
}

/** Ends every session of an account; gives how many. */
export function signOutEverywhere(room: AccountsRoom, doer: Doer, account: string): Promise<number> {
  return change(room, doer, async (step) => {
    const sessions = await endSessions(step, account, null);
    await step.note('sign-out', account, null, { sessions });
    return sessions.length;
  });
}

/** Whether a session holds at a moment: not ended, not idle for too long, not too old. */
export function sessionHolds(row: Row<'account_sessions'>, at: Date, settings: AccountSettings): boolean {
  if (row.ended_at !== null || row.ends_at <= at.toISOString()) return false;
  return at.getTime() - Date.parse(row.seen_at) < settings.idleMinutes * 60_000;
}

/** A session from its row. */
export function sessionOf(row: Row<'account_sessions'>): Session {
  const { id, account, address, started_at, seen_at, ends_at, acting_for: actingFor } = row;
  return { id, account, address, startedAt: started_at, seenAt: seen_at, endsAt: ends_at, actingFor };
}
