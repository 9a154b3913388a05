import type { Session } from '@zhiheng/lake';
import type { Clusters } from '../parties/clusters.js';

/**
 * A party without a code is the one with a code of the same name and place, where there is but one; where several share the
 * folded name, one that shares its legal form too.
 */
const byPlace = (name: string) => `SELECT bare.node AS a, coded.node AS b FROM node_names AS bare JOIN (
    SELECT ${name}, city, min(node) AS node FROM node_names WHERE code IS NOT NULL
    GROUP BY ${name}, city HAVING count(DISTINCT node) = 1
  ) AS coded ON coded.${name} = bare.${name} AND coded.city = bare.city
  WHERE bare.code IS NULL AND bare.city <> 'XX'`;

/**
 * A party of which the province alone is known is the one of the same name in that province, where all of that name lie in one
 * city and at most one has a code.
 */
const byProvince = `SELECT bare.node AS a, known.node AS b FROM node_names AS bare JOIN (
    SELECT folded, province, coalesce(min(CASE WHEN code IS NOT NULL THEN node END), min(node)) AS node
    FROM node_names WHERE city <> province
    GROUP BY folded, province HAVING count(DISTINCT city) = 1 AND count(DISTINCT code) <= 1
  ) AS known ON known.folded = bare.folded AND known.province = bare.province
  WHERE bare.city = bare.province AND bare.city <> 'XX'`;

/** Where nothing is known of the place: the only one of the whole name in the office, if the name is long enough to be one. */
const byName = `SELECT bare.node AS a, known.node AS b FROM node_names AS bare JOIN (
    SELECT full_name, coalesce(min(CASE WHEN code IS NOT NULL THEN node END), min(node)) AS node
    FROM node_names WHERE city <> 'XX'
    GROUP BY full_name HAVING count(DISTINCT city) = 1 AND count(DISTINCT code) <= 1
  ) AS known ON known.full_name = bare.full_name
  WHERE bare.city = 'XX' AND length(bare.full_name) >= 8`;

/**
 * A name that belonged to a party with a code in the release before still does, under whatever name the code stands now, unless
 * another code bears it today.
 */
const byRegistry = `SELECT k.node AS a, coded.node AS b FROM known_nodes AS k
  JOIN node_names AS bare ON bare.node = k.node AND bare.code IS NULL
  JOIN base_party_keys AS b ON b.party = k.party AND starts_with(b.key, 'code:')
  JOIN nodes AS coded ON coded.node_key = b.key
  WHERE k.origin = k.party AND NOT EXISTS (SELECT 1 FROM node_names AS other
    WHERE other.code IS NOT NULL AND other.folded = bare.folded AND other.city = bare.city AND other.node <> coded.node)`;

/** Joins what is certain by name, place and code alone; gives how many joins were made. */
export async function joinStrictly(session: Session, clusters: Clusters): Promise<number> {
  let joined = 0;
  for (const query of [byPlace('folded'), byPlace('full_name'), byProvince, byName, byRegistry]) {
    for await (const batch of session.stream<{ a: number; b: number }>(`${query} ORDER BY a, b`)) {
      for (const { a, b } of batch) if (clusters.rootOf(a) !== clusters.rootOf(b) && clusters.join(a, b)) joined += 1;
    }
  }
  return joined;
}

/** Writes table `name {node, cluster}`: the root of every node. */
export async function writeClusters(session: Session, name: string, clusters: Clusters, nodes: number): Promise<void> {
  const table = { name, columns: { node: 'integer', cluster: 'integer' } } as const;
  await session.createTable(table);
  const appender = await session.openAppender(table);
  const step = 2048;
  for (let start = 0; start < nodes; start += step) {
    const members = Array.from({ length: Math.min(step, nodes - start) }, (_, index) => start + index);
    appender.append([members, members.map((member) => clusters.rootOf(member))]);
  }
  appender.close();
}
