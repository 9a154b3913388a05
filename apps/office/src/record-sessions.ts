import { type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { type Scope, scopeName, seesEverything } from '@zhiheng/vocabulary';
import type { Office } from './office.js';
import type { Vintage } from './vintage.js';

/**
 * Opens a session over the records that a vintage rests on, as far as a scope shows them. One that sees the whole office
 * can show the vintage's observations too.
 */
export async function openRecordSession(office: Office, vintage: Vintage, scope: Scope): Promise<LakeSession> {
  const release = (await office.store.getJson(vintage.releaseHash)) as Release;
  return openLakeSession(release, office.store, scope, { memoryLimit: '2GB', beside: observationsOf(vintage, scope) });
}

/** Lends a session that stays open between questions, each over one release in one scope. */
export function withRecordSession<T>(
  office: Office,
  vintage: Vintage,
  scope: Scope,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const beside = observationsOf(vintage, scope).length === 0 ? '' : vintage.name;
  const key = `${vintage.releaseHash} ${scopeName(scope)} ${beside}`;
  return office.sessions.use(key, () => openRecordSession(office, vintage, scope), use);
}

function observationsOf(vintage: Vintage, scope: Scope) {
  if (!seesEverything(scope)) return [];
  return vintage.indicators.flatMap(({ observations }) => observations ?? []);
}
