import type { Session } from '@zhiheng/lake';
import { countRows, partsOf } from './in-parts.js';
import { writeRecordClusters } from './record-clusters.js';

/** Full-width forms with what they are in plain, then characters of addresses that mean nothing. */
const wide = '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ';
const plain = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const nothing = ' 　,，.。、;；:：()（）[]【】-－—#';

/** Finds a character that folding changes: folding goes through a text letter by letter, and few addresses need it. */
const folding = `[${wide}${nothing.replaceAll(/[[\]-]/g, String.raw`\$&`)}]`;

/** An address as it is compared. */
const addressSql = `CASE WHEN regexp_matches(upper(address), '${folding}')
  THEN translate(upper(address), '${wide}${nothing}', '${plain}') ELSE upper(address) END`;

/** True of addresses that are long enough to be of one house and have a number, in one line; asked before folding, as it is cheaper. */
const houseSql = `length(address) >= 8 AND regexp_matches(address, '[0-9０-９一二三四五六七八九十]')
  AND NOT contains(address, chr(10))`;

const tables: readonly string[] = [
  `CREATE TABLE string_clusters AS
    SELECT s.string, c.cluster FROM string_nodes AS s JOIN strict_clusters AS c ON c.node = s.node`,
  `CREATE TABLE told_clusters AS
    SELECT c.cluster, f.*, h.rows, h.holder_type FROM folded_strings AS f
    JOIN string_clusters AS c ON c.string = f.string JOIN holder_strings AS h ON h.string = f.string`,
  `CREATE TABLE cluster_names AS
    SELECT cluster, folded, core, bag, place, stem, parent, city, province, sum(rows) AS rows
    FROM told_clusters WHERE person IS NULL
    GROUP BY cluster, folded, core, bag, place, stem, parent, city, province`,
  `CREATE TABLE cluster_facts AS
    SELECT told.cluster, told.folded, told.city, told.province, told.person, coded.code, typed.holder_type
    FROM (SELECT *, row_number() OVER (PARTITION BY cluster ORDER BY rows DESC, string) AS place_of FROM told_clusters) AS told
    LEFT JOIN (SELECT cluster, max(code) AS code FROM told_clusters GROUP BY cluster) AS coded ON coded.cluster = told.cluster
    LEFT JOIN (
      SELECT cluster, holder_type, row_number() OVER (PARTITION BY cluster ORDER BY sum(rows) DESC, holder_type) AS place_of
      FROM told_clusters WHERE holder_type IS NOT NULL GROUP BY cluster, holder_type
    ) AS typed ON typed.cluster = told.cluster AND typed.place_of = 1
    WHERE told.place_of = 1`,
];

/**
 * Writes the tables that pairs are found and scored by, over the clusters of `strict_clusters {node, cluster}`: `cluster_facts`
 * one row a cluster, `cluster_names` of those that are no persons, `cluster_addresses`, and those of `writeRecordClusters`.
 */
export async function writeClusterTables(session: Session, most: number): Promise<void> {
  for (const table of tables) await session.run(table);
  await writeAddresses(session, most);
  await writeRecordClusters(session, most);
}

async function writeAddresses(session: Session, most: number): Promise<void> {
  await session.run('CREATE TABLE cluster_addresses (cluster BIGINT, address VARCHAR)');
  for (const part of partsOf('c.cluster', await countRows(session, 'string_rows'), most)) {
    await session.run(`INSERT INTO cluster_addresses SELECT DISTINCT cluster, ${addressSql} FROM (
        SELECT DISTINCT c.cluster, r.address FROM string_rows AS r JOIN string_clusters AS c ON c.string = r.string
        WHERE ${part}
      ) AS told WHERE ${houseSql}`);
  }
}
