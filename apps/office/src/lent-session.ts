import { type Holdings, type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { type Scope, scopeName } from '@zhiheng/vocabulary';
import type { Office } from './office.js';

/** A manifest and its hash. */
export interface Shown {
  readonly manifest: Holdings | Release;
  readonly hash: string;
}

/** Lends a session over the records of a manifest in a scope, kept open between questions. */
export function lentSession<T>(
  office: Office,
  { manifest, hash }: Shown,
  scope: Scope,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const open = () => openLakeSession(manifest, office.store, scope, { memoryLimit: '2GB', check: 'when-named' });
  return office.sessions.use(`${hash} ${scopeName(scope)} lent`, open, use);
}

/** What is loaded now; null before the first load. */
export async function shownHoldings(office: Office): Promise<Shown | null> {
  const act = await office.ledger.last('load');
  return act === null ? null : { manifest: await office.holdings(), hash: act.hash };
}

/** The newest release; null before the first. */
export async function shownRelease(office: Office): Promise<(Shown & { readonly name: string }) | null> {
  if ((await office.ledger.last('release')) === null) return null;
  const { release, act } = await office.release();
  return { manifest: release, hash: act.hash, name: release.name };
}
