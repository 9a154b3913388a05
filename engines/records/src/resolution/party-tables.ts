import type { Session } from '@zhiheng/lake';
import type { PartyTable } from '@zhiheng/vocabulary';
import { holderKeySql } from './holder-rows.js';
import { countRows, partsOf } from './in-parts.js';

/** The key of a name without a code belongs to whoever has it as its own, else to the only code that bears the name. */
const currentKeys = `SELECT n.node_key AS key, p.party FROM nodes AS n
    JOIN final_clusters AS c ON c.node = n.node JOIN cluster_parties AS p ON p.cluster = c.cluster
  UNION ALL
  SELECT f.name_key, max(p.party) FROM folded_strings AS f
    JOIN string_nodes AS s ON s.string = f.string JOIN final_clusters AS c ON c.node = s.node
    JOIN cluster_parties AS p ON p.cluster = c.cluster
  WHERE f.code IS NOT NULL AND f.name_key NOT IN (SELECT node_key FROM nodes)
  GROUP BY f.name_key HAVING count(DISTINCT p.party) = 1`;

const prepared: readonly string[] = [
  `CREATE TABLE string_parties AS SELECT s.string, p.party FROM string_nodes AS s
    JOIN final_clusters AS c ON c.node = s.node JOIN cluster_parties AS p ON p.cluster = c.cluster`,
  `CREATE TABLE told_parties AS SELECT p.party, h.string, h.name, h.country, h.area, h.rows, h.holder_type,
      f.code, f.person FROM string_parties AS p
    JOIN holder_strings AS h ON h.string = p.string JOIN folded_strings AS f ON f.string = p.string`,
  `CREATE TABLE party_areas AS SELECT party, area FROM (
      SELECT party, area, row_number() OVER (PARTITION BY party
        ORDER BY CASE WHEN area = 'XX' OR area IS NULL THEN 1 ELSE 0 END, sum(rows) DESC, area) AS place_of
      FROM told_parties GROUP BY party, area
    ) AS ranked WHERE place_of = 1`,
  `CREATE TABLE party_types AS SELECT party, holder_type FROM (
      SELECT party, holder_type, row_number() OVER (PARTITION BY party ORDER BY sum(rows) DESC, holder_type) AS place_of
      FROM told_parties WHERE holder_type IS NOT NULL GROUP BY party, holder_type
    ) AS ranked WHERE place_of = 1`,
  `CREATE TABLE party_titles AS SELECT party, name FROM (
      SELECT party, coalesce(person, name) AS name,
        row_number() OVER (PARTITION BY party ORDER BY sum(rows) DESC, coalesce(person, name)) AS place_of
      FROM told_parties GROUP BY party, coalesce(person, name)
    ) AS ranked WHERE place_of = 1`,
  `CREATE TABLE party_sums AS SELECT p.party, CAST(sum(s.records) AS BIGINT) AS records FROM cluster_sums AS s
    JOIN cluster_parties AS p ON p.cluster = s.cluster GROUP BY p.party`,
  `CREATE TABLE current_keys AS ${currentKeys}`,
  `CREATE TABLE aliases AS SELECT DISTINCT told.party, told.alias_of FROM (
      SELECT party, alias_of FROM moved
      UNION ALL SELECT b.party, coalesce(m.alias_of, b.alias_of) FROM base_parties AS b LEFT JOIN moved AS m ON m.party = b.alias_of
      WHERE b.alias_of IS NOT NULL AND b.party NOT IN (SELECT party FROM moved)
    ) AS told WHERE told.party NOT IN (SELECT party FROM cluster_parties)`,
];

const registry = (number: number) => `SELECT keys.key, keys.party, keys.origin, keys.since, keys.area FROM (
    SELECT k.key, k.party, coalesce(b.origin, k.party) AS origin, coalesce(b.since, ${number}) AS since, a.area
    FROM current_keys AS k LEFT JOIN base_party_keys AS b ON b.key = k.key LEFT JOIN party_areas AS a ON a.party = k.party
    UNION ALL
    SELECT b.key, coalesce(m.alias_of, b.party), b.origin, b.since, coalesce(a.area, b.area) FROM base_party_keys AS b
    LEFT JOIN moved AS m ON m.party = b.party LEFT JOIN party_areas AS a ON a.party = coalesce(m.alias_of, b.party)
    WHERE b.key NOT IN (SELECT key FROM current_keys)
  ) AS keys ORDER BY keys.key`;

/** SQL of the rows of each table of parties, in their order, once `preparePartyTables` ran. */
export function partyRowsSql(number: number): Readonly<Record<PartyTable, string>> {
  const key = holderKeySql({ name: 'h.name', creditCode: 'h.credit_code', country: 'h.country', area: 'h.area' });
  return {
    parties: `SELECT listed.* FROM (
        SELECT t.party, t.name, c.credit_code, coalesce(ty.holder_type, c.person_type) AS holder_type, a.area, s.records, c.names, CAST(NULL AS VARCHAR) AS alias_of
        FROM party_titles AS t JOIN party_areas AS a ON a.party = t.party JOIN party_sums AS s ON s.party = t.party
        JOIN (
          SELECT party, max(code) AS credit_code, count(*) AS names,
            CASE WHEN max(person) IS NOT NULL THEN 'individual' END AS person_type FROM told_parties GROUP BY party
        ) AS c ON c.party = t.party
        LEFT JOIN party_types AS ty ON ty.party = t.party
        UNION ALL
        SELECT x.party, NULL, NULL, NULL, a.area, 0, 0, x.alias_of FROM aliases AS x
        LEFT JOIN party_areas AS a ON a.party = x.alias_of
      ) AS listed ORDER BY listed.party`,
    party_names: `SELECT ${key} AS key, CASE WHEN f.person IS NULL THEN h.name END AS name, h.credit_code, h.country, h.area,
        p.party, h.rows FROM holder_strings AS h JOIN folded_strings AS f ON f.string = h.string
        JOIN string_parties AS p ON p.string = h.string ORDER BY p.party, h.string`,
    party_keys: registry(number),
    party_pairs:
      'SELECT a, b, relation, CAST(score AS DECIMAL(20,2)) AS score, evidence FROM named_pairs ORDER BY a, b',
  };
}

/** What `partyRowsSql` reads, over `cluster_parties` and `kept_pairs`: pairs under the ids of parties, names, areas and sums. */
export async function preparePartyTables(
  session: Session,
  moved: ReadonlyMap<string, string>,
  most: number,
): Promise<void> {
  await session.registerTable('moved', { party: 'text', alias_of: 'text' }, [...moved]);
  await session.run(`CREATE TABLE named_pairs AS SELECT least(x.party, y.party) AS a, greatest(x.party, y.party) AS b,
      k.relation, k.hundredths / 100.0 AS score, k.evidence FROM kept_pairs AS k
    JOIN cluster_parties AS x ON x.cluster = k.a JOIN cluster_parties AS y ON y.cluster = k.b`);
  await sumRecords(session, most);
  for (const table of prepared) await session.run(table);
}

/** Table `cluster_sums {cluster, records}`: in part after part of the records, how many of them name a cluster. */
async function sumRecords(session: Session, most: number): Promise<void> {
  await session.run(`CREATE TABLE string_finals AS
    SELECT s.string, c.cluster FROM string_nodes AS s JOIN final_clusters AS c ON c.node = s.node`);
  await session.run('CREATE TABLE cluster_sums (cluster BIGINT, records BIGINT)');
  for (const part of partsOf('r.id', await countRows(session, 'string_rows'), most)) {
    await session.run(`INSERT INTO cluster_sums SELECT cluster, count(*) FROM (
        SELECT DISTINCT c.cluster, r.id FROM string_rows AS r JOIN string_finals AS c ON c.string = r.string WHERE ${part}
      ) AS told GROUP BY cluster`);
  }
}
