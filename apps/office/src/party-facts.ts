import type { Actor, Scope } from '@zhiheng/vocabulary';
import { wholeOffice } from '@zhiheng/vocabulary';
import { farthest } from './area-facts.js';
import type { FactsOf } from './command-facts.js';
import { textOf } from './command-facts.js';
import { lentSession, shownRelease } from './lent-session.js';
import type { Office } from './office.js';
import { type HeldParty, partiesById } from './party-rows.js';

/** Who decides in some areas only decides about two parties that both lie in them. */
export const partiesDecided: FactsOf = async (input, { actor, office }) => {
  const ids = [textOf(input, 'a'), textOf(input, 'b')];
  const held = await heldParties(
    office,
    ids.filter((id) => id !== undefined),
    wholeOffice,
  );
  return farthest(
    ids.map((id) => (id === undefined ? null : (held.get(id)?.area ?? null))),
    actor.areas satisfies Actor['areas'],
  );
};

/** Parties of the newest release by id, as a scope shows them; none before the first release. */
export async function heldParties(
  office: Office,
  ids: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, HeldParty>> {
  const shown = await shownRelease(office);
  if (shown === null) return new Map();
  return lentSession(office, shown, scope, (session) => partiesById(session, ids));
}
