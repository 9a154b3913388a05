import { partyId } from './party-id.js';

/** What an earlier release says about a cluster: one of its keys belonged to a party. */
export interface Claim {
  readonly cluster: number;
  readonly key: string;
  readonly party: string;
  readonly origin: string;
  /** Number of the resolution in which the key was first known. */
  readonly since: number;
}

/** A cluster without an earlier id, with the first of its keys: a code before a name. */
export interface NewParty {
  readonly cluster: number;
  readonly key: string;
}

interface Standing {
  readonly cluster: number;
  readonly party: string;
  /** One of the keys was the party's from the first, not another's before a merge. */
  own: boolean;
  coded: boolean;
  keys: number;
}

/**
 * Gives earlier ids back to the clusters that have the best claim to them: the party known longest first; keys that were its
 * own from the first before those of a merge, a code before names, more keys before fewer. A cluster that gets none by its keys' party gets the id under which one of them was first known,
 * if that is free.
 */
export function reclaimIds(claims: readonly Claim[]): Map<number, string> {
  const given = new Map<number, string>();
  const taken = new Set<string>();
  for (const idOf of [({ party }: Claim) => party, ({ origin }: Claim) => origin]) {
    for (const { cluster, party } of standings(claims, idOf)) {
      if (given.has(cluster) || taken.has(party)) continue;
      given.set(cluster, party);
      taken.add(party);
    }
  }
  return given;
}

/** Ids of new parties; `used`: ids that are somebody's or were, which no other gets. */
export async function newIds(
  office: string,
  parties: readonly NewParty[],
  used: (id: string) => Promise<boolean>,
): Promise<Map<number, string>> {
  const given = new Map<number, string>();
  const taken = new Set<string>();
  for (const { cluster, key } of [...parties].sort((x, y) => (x.key < y.key ? -1 : 1))) {
    let id = partyId(office, key);
    for (let again = 2; taken.has(id) || (await used(id)); again += 1) id = partyId(office, `${key}#${again}`);
    taken.add(id);
    given.set(cluster, id);
  }
  return given;
}

function standings(claims: readonly Claim[], idOf: (claim: Claim) => string): Standing[] {
  const held = new Map<string, Standing>();
  const knownSince = new Map<string, number>();
  for (const claim of claims) {
    const party = idOf(claim);
    knownSince.set(party, Math.min(knownSince.get(party) ?? claim.since, claim.since));
    const at = `${claim.cluster} ${party}`;
    const standing = held.get(at) ?? { cluster: claim.cluster, party, own: false, coded: false, keys: 0 };
    standing.own ||= claim.origin === party;
    standing.coded ||= claim.key.startsWith('code:');
    standing.keys += 1;
    held.set(at, standing);
  }
  const since = ({ party }: Standing) => knownSince.get(party) ?? 0;
  return [...held.values()].sort(
    (x, y) =>
      since(x) - since(y) ||
      Number(y.own) - Number(x.own) ||
      Number(y.coded) - Number(x.coded) ||
      y.keys - x.keys ||
      (x.party < y.party ? -1 : x.party > y.party ? 1 : x.cluster - y.cluster),
  );
}
