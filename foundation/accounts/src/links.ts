import { UserFault } from '@zhiheng/vocabulary';
import type { Kysely } from 'kysely';
import type { AccountsRoom, Step } from './room.js';
import type { AccountTables, Row } from './tables.js';
import { hashToken, newToken } from './token.js';

/** A one-time link: the token is shown once and never stored. */
export interface OneTimeLink {
  readonly account: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** Makes a link within a change under way; older ones of the account are spent. */
export async function makeLink(room: AccountsRoom, step: Step, account: string): Promise<OneTimeLink> {
  const { database, time, moment } = step;
  const { token, hash } = newToken('link', room.random);
  const expiresAt = new Date(moment.getTime() + room.settings.linkHours * 3_600_000).toISOString();
  const older = database.updateTable('account_links').set({ spent_at: time }).where('account', '=', account);
  await older.where('spent_at', 'is', null).execute();
  const row = { token_hash: hash, account, made_at: time, expires_at: expiresAt, spent_at: null };
  await database.insertInto('account_links').values(row).execute();
  return { account, token, expiresAt };
}

/** The link of a token that still holds at a moment. Throws `link-wrong`. */
export async function findLink(
  database: Kysely<AccountTables>,
  token: string,
  time: string,
): Promise<Row<'account_links'>> {
  const all = database.selectFrom('account_links').selectAll();
  const link = await all.where('token_hash', '=', hashToken(token)).executeTakeFirst();
  const wrong = (what: string) => new UserFault('link-wrong', { values: { what } });
  if (link === undefined) throw wrong('it is not known');
  if (link.spent_at !== null) throw wrong('it was used, or replaced by a newer one');
  if (link.expires_at <= time) throw wrong('its time is over');
  return link;
}
