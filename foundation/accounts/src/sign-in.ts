import { type Surface, UserFault } from '@zhiheng/vocabulary';
import { passwordFits } from './password.js';
import { type AccountsRoom, change, type Doer, doerOf, type Step, tablesOf } from './room.js';
import type { AccountTables } from './tables.js';
import { type CountedAttempt, countAttempt, forgetFailures } from './throttling.js';
import { newName, newToken } from './token.js';

export interface SignedIn {
  readonly account: string;
  /** Public name of the session, for lists. */
  readonly session: string;
  /** Shown once; only its hash is stored. */
  readonly token: string;
  readonly endsAt: string;
}

/**
 * Signs an account in. An unknown name, a wrong password and an account that is not active give the same answer for the same
 * work. Every failure is an act without what was tried; attempts that are turned away are counted and told in the next act.
 * Throws `sign-in-throttled`, `sign-in-refused`.
 */
export async function signIn(
  room: AccountsRoom,
  { name, password, surface }: { readonly name: string; readonly password: string; readonly surface: Surface },
): Promise<SignedIn> {
  const account = name.normalize('NFKC').trim().toLowerCase();
  const { address } = surface;
  const counted = await demandAttempt(room, account, address);
  const row = await tablesOf(room).selectFrom('accounts').selectAll().where('id', '=', account).executeTakeFirst();
  const stored = row?.state === 'active' ? row.password_hash : null;
  const fits = await passwordFits(password, stored);
  const signed = await change(room, fits ? doerOf(account, surface) : stranger(surface), async (step) => {
    // The password may have been changed, or the account disabled, while it was looked at.
    const all = step.database.selectFrom('accounts').select(['state', 'password_hash']);
    const now = await all.where('id', '=', account).executeTakeFirst();
    if (!fits || now?.state !== 'active' || now.password_hash !== stored) {
      await step.note('sign-in-failed', row?.id ?? 'unknown', null, { turnedAway: counted.turnedAway });
      return null;
    }
    await forgetFailures(step.database, account, address);
    return startSession(room, step, account, address, counted.turnedAway);
  });
  if (signed === null) throw new UserFault('sign-in-refused');
  return signed;
}

/** Counts an attempt at a password. Throws `sign-in-throttled` where it has to wait. */
export async function demandAttempt(
  room: AccountsRoom,
  account: string,
  address: string | null,
): Promise<CountedAttempt> {
  const counted = await room.ledger.transact<AccountTables, CountedAttempt>(({ database }) =>
    countAttempt({ database, moment: room.clock() }, room.settings, { account, address }),
  );
  const { blockedUntil } = counted;
  if (blockedUntil !== null) throw new UserFault('sign-in-throttled', { values: { until: blockedUntil } });
  return counted;
}

async function startSession(
  room: AccountsRoom,
  { database, moment, time, note }: Step,
  account: string,
  address: string | null,
  turnedAway: number,
): Promise<SignedIn> {
  const session = newName(room.random);
  const { token, hash } = newToken('session', room.random);
  const endsAt = new Date(moment.getTime() + room.settings.absoluteHours * 3_600_000).toISOString();
  const times = { started_at: time, seen_at: time, ends_at: endsAt, ended_at: null };
  const row = { id: session, token_hash: hash, account, address, ...times, acting_for: null };
  await database.insertInto('account_sessions').values(row).execute();
  await note('sign-in', account, null, { session, turnedAway });
  return { account, session, token, endsAt };
}

function stranger(surface: Surface): Doer {
  return { person: 'public', onBehalfOf: null, surface };
}
