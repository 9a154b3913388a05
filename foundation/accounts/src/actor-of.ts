import type { Actor, Surface } from '@zhiheng/vocabulary';
import { rolesOn } from './delegation.js';
import { standInRoles } from './delegations.js';
import { keyOf, prefixOf } from './keys.js';
import type { RoleGrant } from './role-grant.js';
import { readGrants } from './roles.js';
import { type AccountsRoom, tablesOf } from './room.js';
import { type Session, sessionHolds, sessionOf } from './sessions.js';
import type { Row } from './tables.js';
import { hashToken, sameHash } from './token.js';
import { dayAt } from './validity.js';

/** What is shown to be someone. */
export type Credential = { readonly session: string } | { readonly key: string };

export interface Recognised {
  readonly actor: Actor;
  /** Null where a key was shown. */
  readonly session: Session | null;
}

/** How far `seen_at` may lag behind, so that not every request writes. */
const touchAfter = 60_000;

/**
 * The actor behind a session or an API key at this moment, with the roles and areas that hold today; null where the
 * credential is not known, has ended, or its account is not active. Seeing a session is no act; its time is kept to the minute.
 */
export async function actorOf(
  room: AccountsRoom,
  credential: Credential,
  surface: Surface,
): Promise<Recognised | null> {
  return 'key' in credential ? byKey(room, credential.key, surface) : bySession(room, credential.session, surface);
}

async function bySession(room: AccountsRoom, token: string, surface: Surface): Promise<Recognised | null> {
  const at = room.clock();
  const tables = tablesOf(room);
  const all = tables.selectFrom('account_sessions').selectAll();
  const row = await all.where('token_hash', '=', hashToken(token)).executeTakeFirst();
  if (row === undefined || !sessionHolds(row, at, room.settings)) return null;
  const account = await activeAccount(room, row.account);
  if (account === null) return null;
  await touch(room, row, at);
  const session = sessionOf(row);
  const today = dayAt(at, room.settings.timeZone);
  if (row.acting_for !== null) {
    const grants = await standInRoles({ database: tables, today }, row.account, row.acting_for);
    const giver = await activeAccount(room, row.acting_for);
    // A delegation that has ended gives nothing: the session acts for itself again.
    if (grants.length > 0 && giver !== null) {
      const actor = { ...actorWith(account, grants, surface), organisation: giver.organisation, onBehalfOf: giver.id };
      return { actor, session };
    }
  }
  const own = rolesOn(await readGrants(tables, row.account), today);
  return { actor: actorWith(account, own, surface), session: { ...session, actingFor: null } };
}

async function byKey(room: AccountsRoom, key: string, { address }: Surface): Promise<Recognised | null> {
  const prefix = prefixOf(key);
  if (prefix === null) return null;
  const all = tablesOf(room).selectFrom('account_keys').selectAll();
  const row = await all.where('prefix', '=', prefix).executeTakeFirst();
  const today = dayAt(room.clock(), room.settings.timeZone);
  if (row === undefined || !sameHash(row.secret_hash, hashToken(key))) return null;
  if (row.revoked_at !== null || row.expires_on < today) return null;
  const account = await activeAccount(room, row.account);
  if (account === null) return null;
  const grants = rolesOn(await readGrants(tablesOf(room), row.account), today);
  const actor = actorWith(account, grants, { kind: 'key', address });
  return { actor: { ...actor, keyScope: keyOf(row).permissions }, session: null };
}

async function activeAccount(room: AccountsRoom, id: string): Promise<Row<'accounts'> | null> {
  const all = tablesOf(room).selectFrom('accounts').selectAll().where('id', '=', id);
  return (await all.where('state', '=', 'active').executeTakeFirst()) ?? null;
}

async function touch(room: AccountsRoom, { id, seen_at }: Row<'account_sessions'>, at: Date): Promise<void> {
  if (at.getTime() - Date.parse(seen_at) < touchAfter) return;
  const row = tablesOf(room).updateTable('account_sessions').set({ seen_at: at.toISOString() });
  await row.where('id', '=', id).where('ended_at', 'is', null).execute();
}

/** Grants that hold on one day have the same areas: see `demandSameAreas`. */
function actorWith({ id, organisation }: Row<'accounts'>, grants: readonly RoleGrant[], surface: Surface): Actor {
  const roles = [...new Set(grants.map(({ role }) => role))];
  const areas = grants[0]?.areas ?? [];
  return {
    ...{ person: `account:${id}`, kind: 'account', account: id, organisation },
    ...{ roles, areas, onBehalfOf: null, surface, keyScope: null },
  };
}
