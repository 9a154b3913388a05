import type { Session } from '@zhiheng/lake';
import { type Claim, type NewParty, newIds, reclaimIds } from '../parties/assign-ids.js';
import { partyId } from '../parties/party-id.js';

/** A claim with the party as the release before told it, which a merge may have become another's. */
interface KnownClaim extends Claim {
  readonly told: string;
}

/** A cluster whose keys all belonged to one party, whose keys all stand in it: the party is the cluster's, whatever others claim. */
const settledSql = `CREATE TABLE settled_parties AS SELECT sole.cluster, sole.party FROM (
    SELECT cluster, min(party) AS party FROM claims GROUP BY cluster
    HAVING min(party) = max(party) AND min(origin) = max(origin) AND min(party) = min(origin)
  ) AS sole JOIN (
    SELECT party FROM (SELECT party, cluster FROM claims UNION ALL SELECT origin, cluster FROM claims) AS claimed
    GROUP BY party HAVING min(cluster) = max(cluster)
  ) AS unshared ON unshared.party = sole.party
  WHERE sole.party NOT IN (SELECT party FROM merged_parties UNION ALL SELECT into_party FROM merged_parties)`;

const baseIds = `SELECT party FROM base_party_keys UNION ALL SELECT origin FROM base_party_keys UNION ALL
  SELECT party FROM base_parties`;

/**
 * Table `cluster_parties {cluster, party}`: the ids of all clusters of `final_clusters`. Those that the registry knows keep theirs, the
 * others get one out of their first key (`code:` sorts before `name:` and `person:`). Gives the ids of earlier parties that are
 * one with another now, with the id they stand for. Held in memory are the clusters whose claims meet those of others.
 */
export async function writeIdsOfClusters(
  session: Session,
  office: string,
  merged: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  await session.registerTable('merged_parties', { party: 'text', into_party: 'text' }, [...merged]);
  await session.run(`CREATE TABLE claims AS
    SELECT c.cluster, k.key, k.party AS told, coalesce(m.into_party, k.party) AS party, k.origin, k.since
    FROM known_nodes AS k JOIN final_clusters AS c ON c.node = k.node
    LEFT JOIN merged_parties AS m ON m.party = k.party`);
  await session.run(settledSql);
  await session.run('CREATE TABLE cluster_parties AS SELECT cluster, party FROM settled_parties');
  const open = await session.rows<KnownClaim>(`SELECT cluster, key, told, party, origin, since FROM claims
    WHERE cluster NOT IN (SELECT cluster FROM settled_parties) ORDER BY cluster, key`);
  await appendIds(session, reclaimIds(open));
  await writeFreshIds(session, office);
  return movedIds(session, open, merged);
}

async function appendIds(session: Session, ids: ReadonlyMap<number, string>): Promise<void> {
  const columns = { cluster: 'integer', party: 'text' } as const;
  await session.append({ name: 'cluster_parties', columns }, [[...ids.keys()], [...ids.values()]]);
}

/** Gives an id to every cluster that has none yet. */
async function writeFreshIds(session: Session, office: string): Promise<void> {
  const fresh = { name: 'fresh_ids', columns: { cluster: 'integer', key: 'text', party: 'text' } } as const;
  await session.run(`CREATE TABLE fresh_keys AS
    SELECT c.cluster, min(n.node_key) AS key FROM final_clusters AS c JOIN nodes AS n ON n.node = c.node
    WHERE c.cluster NOT IN (SELECT cluster FROM cluster_parties) GROUP BY c.cluster`);
  await session.createTable(fresh);
  const appender = await session.openAppender(fresh);
  for await (const batch of session.stream<NewParty>('SELECT cluster, key FROM fresh_keys ORDER BY cluster')) {
    const keys = batch.map(({ key }) => key);
    appender.append([batch.map(({ cluster }) => cluster), keys, keys.map((key) => partyId(office, key))]);
  }
  appender.close();
  await session.run(`CREATE TABLE contested_ids AS SELECT party FROM fresh_ids GROUP BY party HAVING count(*) > 1
    UNION SELECT party FROM fresh_ids WHERE party IN (${baseIds})`);
  await session.run(`INSERT INTO cluster_parties SELECT cluster, party FROM fresh_ids
    WHERE party NOT IN (SELECT party FROM contested_ids)`);
  const contested = await session.rows<NewParty>(
    'SELECT cluster, key FROM fresh_ids WHERE party IN (SELECT party FROM contested_ids)',
  );
  const used = async (id: string): Promise<boolean> => {
    const known = `SELECT party FROM cluster_parties UNION ALL ${baseIds}`;
    return (await session.rows(`SELECT party FROM (${known}) AS known WHERE party = $1 LIMIT 1`, [id])).length > 0;
  };
  await appendIds(session, await newIds(office, contested, used));
}

async function movedIds(
  session: Session,
  open: readonly KnownClaim[],
  merged: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const asked = new Set([...merged.keys(), ...open.flatMap(({ told, party }) => [told, party])]);
  await session.registerTable(
    'asked_ids',
    { party: 'text' },
    [...asked].map((id) => [id]),
  );
  const clusters = new Set(open.map(({ cluster }) => cluster));
  await session.registerTable(
    'asked_clusters',
    { cluster: 'integer' },
    [...clusters].map((one) => [one]),
  );
  const rows = await session.rows<{ cluster: number; party: string }>(`SELECT cluster, party FROM cluster_parties
    WHERE party IN (SELECT party FROM asked_ids) OR cluster IN (SELECT cluster FROM asked_clusters)`);
  const live = new Set(rows.map(({ party }) => party));
  const given = new Map(rows.map(({ cluster, party }) => [cluster, party]));
  const moved = new Map<string, string>();
  for (const [id, into] of merged) if (!live.has(id)) moved.set(id, into);
  for (const of of [({ party }: KnownClaim) => party, ({ told }: KnownClaim) => told]) {
    for (const claim of open) {
      const now = given.get(claim.cluster);
      if (now !== undefined && !live.has(of(claim)) && !moved.has(of(claim))) moved.set(of(claim), now);
    }
  }
  return moved;
}
