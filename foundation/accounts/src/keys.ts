import { type Day, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import { findAccount, wrongState } from './accounts.js';
import { type AccountsRoom, change, type Doer, tablesOf } from './room.js';
import type { Row } from './tables.js';
import { hashToken, newName, newToken } from './token.js';
import { demandValidity } from './validity.js';

export interface ApiKey {
  /** Visible everywhere; names the key. */
  readonly prefix: string;
  readonly account: string;
  /** What it is for, in its owner's words. */
  readonly label: string;
  readonly permissions: readonly string[];
  readonly madeAt: string;
  /** The last day on which it holds. */
  readonly expiresOn: Day;
  readonly revokedAt: string | null;
}

export interface NewApiKey extends Pick<ApiKey, 'label' | 'permissions' | 'expiresOn'> {
  readonly account: string;
}

/** Makes a key; `key` is shown once. Throws `key-wrong`, `validity-wrong`, `not-found`, `account-state`. */
export async function createKey(
  room: AccountsRoom,
  doer: Doer,
  wanted: NewApiKey,
): Promise<ApiKey & { readonly key: string }> {
  const { account, label, expiresOn } = wanted;
  const permissions = [...new Set(wanted.permissions)].sort();
  const wrong = (what: string) => new UserFault('key-wrong', { values: { what } });
  if (label.trim() === '' || label.length > 100) throw wrong('its label has 1 to 100 characters');
  if (permissions.length === 0) throw wrong('it carries no permission');
  const odd = permissions.find((permission) => !/^[a-z-]+:[a-z-]+$/.test(permission));
  if (odd !== undefined) throw wrong(`${odd} is no permission`);
  return change(room, doer, async ({ database, time, today, note }) => {
    const { state } = await findAccount(database, account);
    if (state !== 'active') throw wrongState(account, state);
    demandValidity({ from: today, to: expiresOn }, room.settings.keyDaysAtMost);
    const prefix = newName(room.random);
    const { token } = newToken('key', room.random);
    const key = token.replace('_', `_${prefix}_`);
    const texts = { account, label, permissions: canonicalText(permissions), made_at: time, expires_on: expiresOn };
    const row = { prefix, secret_hash: hashToken(key), ...texts, revoked_at: null };
    await database.insertInto('account_keys').values(row).execute();
    await note('key-created', account, null, { prefix, permissions, expiresOn });
    return { ...keyOf(row), key };
  });
}

/** The keys of an account, the newest first; revoked and expired ones too. */
export async function listKeys(room: AccountsRoom, account: string): Promise<ApiKey[]> {
  const all = tablesOf(room).selectFrom('account_keys').selectAll().where('account', '=', account);
  return (await all.orderBy('made_at', 'desc').orderBy('prefix').execute()).map(keyOf);
}

/** Revokes a key of an account. Throws `not-found`. */
export function revokeKey(room: AccountsRoom, doer: Doer, account: string, prefix: string): Promise<void> {
  return change(room, doer, async ({ database, time, note }) => {
    let held = database.updateTable('account_keys').set({ revoked_at: time }).where('prefix', '=', prefix);
    held = held.where('account', '=', account).where('revoked_at', 'is', null);
    const revoked = await held.returning('prefix').execute();
    if (revoked.length === 0) throw new UserFault('not-found', { values: { name: prefix } });
    await note('key-revoked', account, null, { prefix });
  });
}

/** The prefix of a key, or null for a text that is none. */
export function prefixOf(key: string): string | null {
  return /^zhk_([0-9a-f]{16})_[\w-]{43}$/.exec(key)?.[1] ?? null;
}

/** A key from its row. */
export function keyOf(row: Row<'account_keys'>): ApiKey {
  const { prefix, account, label, permissions, made_at: madeAt, expires_on: expiresOn, revoked_at: revokedAt } = row;
  return { prefix, account, label, permissions: JSON.parse(permissions) as string[], madeAt, expiresOn, revokedAt };
}
