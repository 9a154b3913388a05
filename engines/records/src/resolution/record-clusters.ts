import type { Session } from '@zhiheng/lake';
import { countRows, partsOf } from './in-parts.js';

/** What records tell of their holders beside a name: a table of `cluster` and a column, and the rows that tell it. */
const told = [
  {
    table: 'cluster_people',
    column: 'pseudonym',
    from: "SELECT id, pseudonym FROM patent_people WHERE role = 'inventor'",
  },
  {
    table: 'cluster_agencies',
    column: 'agency',
    from: `SELECT id, agency FROM patents WHERE agency IS NOT NULL UNION ALL
      SELECT id, agency FROM trademarks WHERE agency IS NOT NULL`,
  },
] as const;

/**
 * Writes `row_clusters {id, cluster}` of the rows of present holders, `record_clusters {id, least, most}` with the least and the
 * greatest cluster of each record, and `cluster_people` and `cluster_agencies` of records with a single present holder: what
 * joint holders share does not make them one.
 */
export async function writeRecordClusters(session: Session, most: number): Promise<void> {
  await session.run(`CREATE TABLE row_clusters AS SELECT r.id, c.cluster FROM string_rows AS r
    JOIN string_clusters AS c ON c.string = r.string WHERE r.as_filed`);
  const parts = partsOf('id', await countRows(session, 'row_clusters'), most);
  await session.run('CREATE TABLE record_clusters (id VARCHAR, least BIGINT, most BIGINT)');
  for (const part of parts) {
    await session.run(`INSERT INTO record_clusters SELECT id, min(cluster), max(cluster) FROM row_clusters
      WHERE ${part} GROUP BY id`);
  }
  for (const { table, column, from } of told) {
    await session.run(`CREATE TABLE told_rows (cluster BIGINT, ${column} VARCHAR)`);
    for (const part of parts) {
      await session.run(`INSERT INTO told_rows SELECT s.cluster, told.${column}
        FROM (SELECT id, least AS cluster FROM record_clusters WHERE least = most AND ${part}) AS s
        JOIN (SELECT * FROM (${from}) AS every WHERE ${part}) AS told ON told.id = s.id`);
    }
    await session.run(`CREATE TABLE ${table} (cluster BIGINT, ${column} VARCHAR)`);
    for (const part of partsOf(`cluster, ${column}`, await countRows(session, 'told_rows'), most)) {
      await session.run(`INSERT INTO ${table} SELECT DISTINCT cluster, ${column} FROM told_rows WHERE ${part}`);
    }
    await session.run('DROP TABLE told_rows');
  }
}
