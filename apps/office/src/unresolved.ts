import { type LakeSession, openLakeSession } from '@zhiheng/lake';
import { type UnresolvedAddress, unresolvedAddresses } from '@zhiheng/records';
import { type Scope, scopeName } from '@zhiheng/vocabulary';
import type { Office } from './office.js';
import { currentReference, type Reference } from './reference.js';

interface Kept {
  readonly key: string;
  readonly reference: Reference;
  readonly entries: Promise<readonly UnresolvedAddress[]>;
}

const keptAtMost = 3;
const kept = new WeakMap<Office, Kept[]>();

/**
 * The addresses that stay unresolved in what is loaded, as far as a scope shows its records, plain: whoever gives them out masks them.
 * Read once for each state of the records and the reference sheets.
 */
export async function unresolvedOf(office: Office, scope: Scope): Promise<readonly UnresolvedAddress[]> {
  const act = await office.ledger.last('load');
  if (act === null) return [];
  const plain: Scope = { ...scope, personal: 'plain' };
  const key = `${act.hash} ${scopeName(plain)}`;
  const reference = currentReference(office);
  const all = kept.get(office) ?? [];
  const known = all.find((one) => one.key === key && one.reference === reference);
  if (known !== undefined) return known.entries;
  const entries = withLoaded(office, plain, (session) => unresolvedAddresses(session, reference.addresses()));
  const added = { key, reference, entries };
  kept.set(office, [added, ...all].slice(0, keptAtMost));
  entries.catch(() =>
    kept.set(
      office,
      (kept.get(office) ?? []).filter((one) => one !== added),
    ),
  );
  return entries;
}

/** Lends a session over what is loaded now. */
export async function withLoaded<T>(
  office: Office,
  scope: Scope,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const act = await office.ledger.last('load');
  const manifest = await office.holdings();
  const open = () => openLakeSession(manifest, office.store, scope, { memoryLimit: '2GB' });
  return office.sessions.use(`${act?.hash ?? ''} ${scopeName(scope)} loaded`, open, use);
}
