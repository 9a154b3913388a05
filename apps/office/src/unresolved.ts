import { type UnresolvedAddress, unresolvedAddresses } from '@zhiheng/records';
import { type Scope, scopeName } from '@zhiheng/vocabulary';
import { lentSession, shownHoldings } from './lent-session.js';
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
  const shown = await shownHoldings(office);
  if (shown === null) return [];
  const plain: Scope = { ...scope, personal: 'plain' };
  const key = `${shown.hash} ${scopeName(plain)}`;
  const reference = currentReference(office);
  const all = kept.get(office) ?? [];
  const known = all.find((one) => one.key === key && one.reference === reference);
  if (known !== undefined) return known.entries;
  const entries = lentSession(office, shown, plain, (session) => unresolvedAddresses(session, reference.addresses()));
  const added = { key, reference, entries };
  kept.set(office, [added, ...all].slice(0, keptAtMost));
  const forget = () => (kept.get(office) ?? []).filter((one) => one !== added);
  entries.catch(() => kept.set(office, forget()));
  return entries;
}
