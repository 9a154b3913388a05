import type { Session } from '@zhiheng/lake';
import { type Claim, type NewParty, newIds, reclaimIds } from '../parties/assign-ids.js';

export interface PartyIds {
  /** By cluster. */
  readonly ids: ReadonlyMap<number, string>;
  /** Ids of earlier parties that are one with another now, with the id they stand for. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Ids of all clusters of `final_clusters`: those that the registry knows keep theirs, the others get one out of their first key
 * (`code:` sorts before `name:` and `person:`).
 */
export async function idsOfClusters(
  session: Session,
  office: string,
  merged: ReadonlyMap<string, string>,
): Promise<PartyIds> {
  const known = await session.rows<Claim>(`SELECT c.cluster, k.key, k.party, k.origin, k.since
    FROM known_nodes AS k JOIN final_clusters AS c ON c.node = k.node ORDER BY c.cluster, k.key`);
  const claims = known.map((claim) => ({ ...claim, party: merged.get(claim.party) ?? claim.party }));
  const ids = reclaimIds(claims);
  const used = new Set<string>();
  for await (const batch of session.stream<{ id: string }>(
    'SELECT party AS id FROM base_party_keys UNION SELECT origin FROM base_party_keys UNION SELECT party FROM base_parties',
  )) {
    for (const { id } of batch) used.add(id);
  }
  const fresh: NewParty[] = [];
  for await (const batch of session.stream<NewParty>(
    `SELECT c.cluster, min(n.node_key) AS key FROM final_clusters AS c JOIN nodes AS n ON n.node = c.node
     GROUP BY c.cluster ORDER BY c.cluster`,
  )) {
    for (const one of batch) if (!ids.has(one.cluster)) fresh.push(one);
  }
  const given = new Map([...ids, ...newIds(office, fresh, (id) => used.has(id))]);
  return { ids: given, moved: movedIds(claims, known, given, merged) };
}

function movedIds(
  claims: readonly Claim[],
  known: readonly Claim[],
  given: ReadonlyMap<number, string>,
  merged: ReadonlyMap<string, string>,
): Map<string, string> {
  const live = new Set(given.values());
  const moved = new Map<string, string>();
  for (const [id, into] of merged) if (!live.has(id)) moved.set(id, into);
  for (const list of [claims, known]) {
    for (const { cluster, party } of list) {
      const now = given.get(cluster);
      if (now !== undefined && !live.has(party) && !moved.has(party)) moved.set(party, now);
    }
  }
  return moved;
}
