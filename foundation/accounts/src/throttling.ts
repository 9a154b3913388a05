import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addressGroup } from './address-group.js';
import type { Step } from './room.js';
import type { AccountSettings } from './settings.js';
import type { AccountTables, Row } from './tables.js';
import { attempt, type ThrottleState } from './throttle.js';

export interface CountedAttempt {
  /** Null when the password may be looked at; otherwise when the next attempt may be made. */
  readonly blockedUntil: string | null;
  /** Attempts that were turned away since the last that was let through: told in the act of this one. */
  readonly turnedAway: number;
}

/** Counts an attempt under its name and its address, before the password is looked at. */
export async function countAttempt(
  step: Pick<Step, 'database' | 'moment'>,
  settings: AccountSettings,
  { account, address }: { readonly account: string; readonly address: string | null },
): Promise<CountedAttempt> {
  const { database, moment } = step;
  const now = moment.getTime();
  await forgetOld(database, now, settings);
  const subjects = [{ subject: subjectOf('account', account), rule: settings.throttleByAccount }];
  if (address !== null) {
    subjects.push({ subject: subjectOf('address', addressGroup(address)), rule: settings.throttleByAddress });
  }
  const counted = [];
  for (const { subject, rule } of subjects) {
    const all = database.selectFrom('account_throttles').selectAll();
    const row = await all.where('subject', '=', subject).executeTakeFirst();
    const before = row === undefined ? null : stateOf(row);
    counted.push({ subject, before, ...attempt(before, now, rule) });
  }
  const blocked = counted.filter(({ blockedUntil }) => blockedUntil !== null);
  for (const { subject, state } of blocked.length > 0 ? blocked : counted) await store(database, subject, state);
  const until = Math.max(0, ...blocked.map(({ blockedUntil }) => blockedUntil ?? 0));
  const turnedAway = Math.max(0, ...counted.map(({ before }) => before?.turnedAway ?? 0));
  return { blockedUntil: until === 0 ? null : new Date(until).toISOString(), turnedAway };
}

/** An attempt that succeeded: the account's failures are forgotten, the address gets its one back. */
export async function forgetFailures(
  database: Kysely<AccountTables>,
  account: string,
  address: string | null = null,
): Promise<void> {
  const all = database.deleteFrom('account_throttles');
  await all.where('subject', '=', subjectOf('account', account)).execute();
  if (address === null) return;
  await database
    .updateTable('account_throttles')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: row.ref('last_at') }))
    .where('subject', '=', subjectOf('address', addressGroup(address)))
    .where('failures', '>', 0)
    .execute();
}

/** A tried name may be a password in the wrong field, so not even it is kept. */
function subjectOf(kind: 'account' | 'address', text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

async function forgetOld(database: Kysely<AccountTables>, now: number, settings: AccountSettings): Promise<void> {
  const { throttleByAccount: a, throttleByAddress: b } = settings;
  const longest = Math.max(a.window + a.longestWait, b.window + b.longestWait);
  const old = new Date(now - longest).toISOString();
  await database.deleteFrom('account_throttles').where('last_at', '<', old).execute();
}

async function store(database: Kysely<AccountTables>, subject: string, state: ThrottleState): Promise<void> {
  const row = {
    failures: state.failures,
    last_at: new Date(state.lastAt).toISOString(),
    blocked_until: new Date(state.blockedUntil).toISOString(),
    turned_away: state.turnedAway,
  };
  const insert = database.insertInto('account_throttles').values({ subject, ...row });
  await insert.onConflict((conflict) => conflict.column('subject').doUpdateSet(row)).execute();
}

function stateOf(row: Row<'account_throttles'>): ThrottleState {
  const { failures, last_at, blocked_until, turned_away: turnedAway } = row;
  return { failures, lastAt: Date.parse(last_at), blockedUntil: Date.parse(blocked_until), turnedAway };
}
