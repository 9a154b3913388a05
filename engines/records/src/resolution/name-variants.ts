import type { Session } from '@zhiheng/lake';
import { countRows, partsOf } from './in-parts.js';

/** Every name without each of its characters, and whole. */
const spelt = `SELECT province, folded AS variant, cluster, folded FROM spelt_names
  UNION ALL
  SELECT n.province, concat(left(n.folded, i.number - 1), substr(n.folded, i.number + 1)), n.cluster, n.folded
  FROM spelt_names AS n JOIN numbers AS i ON i.number <= length(n.folded)`;

/**
 * Table `name_variants {province, variant, cluster, folded}`: two names a character apart share a variant. Only variants that more than
 * one cluster may have are written: they are many times the names, and are told apart by a short mark before they are spelt out.
 */
export async function writeNameVariants(session: Session, most: number): Promise<void> {
  const numbers = Array.from({ length: 40 }, (_, index) => [index + 1]);
  await session.registerTable('numbers', { number: 'integer' }, numbers);
  await session.run(`CREATE TABLE spelt_names AS
    SELECT DISTINCT cluster, folded, province FROM cluster_names WHERE length(folded) BETWEEN 4 AND 40`);
  await session.run(`CREATE TABLE variant_marks AS
    SELECT hash(province, variant) AS mark, cluster FROM (${spelt}) AS every`);
  await session.run('CREATE TABLE shared_marks (mark UBIGINT, members BIGINT)');
  for (const part of partsOf('mark', await countRows(session, 'variant_marks'), most)) {
    await session.run(`INSERT INTO shared_marks SELECT mark, count(*) FROM variant_marks WHERE ${part}
      GROUP BY mark HAVING min(cluster) < max(cluster)`);
  }
  await session.run('DROP TABLE variant_marks');
  const [shared] = await session.rows<{ members: number }>(
    'SELECT CAST(coalesce(sum(members), 0) AS BIGINT) AS members FROM shared_marks',
  );
  await session.run('CREATE TABLE name_variants (province VARCHAR, variant VARCHAR, cluster BIGINT, folded VARCHAR)');
  for (const part of partsOf('mark', shared?.members ?? 0, most)) {
    await session.run(`INSERT INTO name_variants SELECT DISTINCT province, variant, cluster, folded FROM (
        SELECT every.*, hash(province, variant) AS mark FROM (${spelt}) AS every
      ) AS marked WHERE ${part} AND mark IN (SELECT mark FROM shared_marks WHERE ${part})`);
  }
  for (const table of ['spelt_names', 'shared_marks']) await session.run(`DROP TABLE ${table}`);
}
