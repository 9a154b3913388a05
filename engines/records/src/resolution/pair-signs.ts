import type { Session } from '@zhiheng/lake';
import { countRows, partsOf } from './in-parts.js';
import { writeNameVariants } from './name-variants.js';

/** Keys shared by more than so many clusters are too common to bring pairs. */
export const mostByKey = { name: 12, letters: 30, address: 20, people: 10, agency: 12, stem: 4, code: 20 } as const;

type Block = keyof typeof mostByKey;

/** A key that was too common, by block. */
export interface CappedBlock {
  readonly block: Block;
  /** Keys that brought no pairs, and the clusters that have them. */
  readonly keys: number;
  readonly members: number;
}

interface Sign {
  readonly block: Block;
  readonly sign: string;
  /** `SELECT key…, cluster, text`: members of the block. */
  readonly members: string;
  /** Columns of `members` that make the key. */
  readonly key: readonly string[];
  /** What has to hold between members `x` and `y` beside the key; `x.cluster < y.cluster` always does. */
  readonly when?: string;
}

/** Places that names begin with do not tell two apart: one has none, or one lies in the other. */
const nested = (
  a: string,
  b: string,
) => `(${a}.place IS NULL OR ${b}.place IS NULL OR left(${a}.place, 4) = left(${b}.place, 4)
  OR (left(${a}.place, 2) = left(${b}.place, 2) AND (right(${a}.place, 4) = '0000' OR right(${b}.place, 4) = '0000')))`;

const signs: readonly Sign[] = [
  {
    block: 'name',
    sign: 'same',
    members: 'SELECT DISTINCT folded, province, cluster, folded AS text FROM cluster_names',
    key: ['folded'],
  },
  {
    block: 'letters',
    sign: 'letters',
    members: 'SELECT province, variant, cluster, folded AS text FROM name_variants',
    key: ['province', 'variant'],
    when: 'x.text <> y.text',
  },
  {
    block: 'letters',
    sign: 'bag',
    members: 'SELECT DISTINCT province, bag, cluster, folded AS text FROM cluster_names WHERE length(folded) >= 4',
    key: ['province', 'bag'],
    when: 'x.text <> y.text',
  },
  {
    block: 'letters',
    sign: 'place',
    members:
      'SELECT DISTINCT province, core, cluster, folded AS text, place, city FROM cluster_names WHERE length(core) >= 3',
    key: ['province', 'core'],
    when: `x.text <> y.text AND (x.city = y.city OR x.city = x.province OR y.city = y.province) AND ${nested('x', 'y')}`,
  },
  {
    block: 'address',
    sign: 'address',
    members: 'SELECT address, cluster, address AS text FROM cluster_addresses',
    key: ['address'],
  },
  {
    block: 'people',
    sign: 'people',
    members: 'SELECT pseudonym, cluster, pseudonym AS text FROM cluster_people',
    key: ['pseudonym'],
  },
  {
    block: 'agency',
    sign: 'agency',
    members: 'SELECT agency, cluster, agency AS text FROM cluster_agencies',
    key: ['agency'],
  },
  {
    block: 'stem',
    sign: 'stem',
    members: 'SELECT DISTINCT stem, cluster, stem AS text FROM cluster_names WHERE stem IS NOT NULL',
    key: ['stem'],
  },
  {
    block: 'name',
    sign: 'branch',
    members: `SELECT DISTINCT parent AS body, cluster, folded AS text, 1 AS branch FROM cluster_names WHERE parent IS NOT NULL
      UNION SELECT DISTINCT folded, cluster, folded, 0 FROM cluster_names
      WHERE folded IN (SELECT parent FROM cluster_names WHERE parent IS NOT NULL)`,
    key: ['body'],
    when: 'x.branch <> y.branch',
  },
  ...[
    ['left', 9],
    ['right', 8],
  ].map(
    ([side, length]): Sign => ({
      block: 'code',
      sign: 'code',
      members: `SELECT ${side}(code, ${length}) AS part, cluster, code AS text, 1 AS valid FROM told_clusters
          WHERE code IS NOT NULL AND ${side}(code, ${length}) IN (SELECT ${side}(stated_code, ${length}) FROM told_clusters)
        UNION SELECT ${side}(stated_code, ${length}), cluster, stated_code, 0 FROM told_clusters WHERE stated_code IS NOT NULL`,
      key: ['part'],
      when: 'x.valid <> y.valid',
    }),
  ),
];

/**
 * Table `pair_signs {a, b, sign, left_text, right_text, parties}`: what two clusters share, `a < b`; `parties` is how many
 * clusters share it. Gives the keys that were too common.
 */
export async function writePairSigns(session: Session, most: number): Promise<CappedBlock[]> {
  await session.run(
    `CREATE TABLE pair_signs (a BIGINT, b BIGINT, sign VARCHAR, left_text VARCHAR, right_text VARCHAR, parties BIGINT)`,
  );
  await writeNameVariants(session, most);
  const capped: CappedBlock[] = [];
  for (const sign of signs) {
    const found = await writeSign(session, sign, most);
    if (found.keys > 0) capped.push(found);
  }
  await writeJoint(session, most);
  return capped;
}

async function writeSign(
  session: Session,
  { block, sign, members, key, when = 'true' }: Sign,
  most: number,
): Promise<CappedBlock> {
  const keys = key.join(', ');
  const same = (left: string, right: string) =>
    key.map((column) => `${left}.${column} = ${right}.${column}`).join(' AND ');
  await session.run(`CREATE TABLE members AS ${members}`);
  await session.run('CREATE TABLE shown (a BIGINT, b BIGINT, left_text VARCHAR, right_text VARCHAR, parties BIGINT)');
  const over = { keys: 0, members: 0 };
  for (const part of partsOf(keys, await countRows(session, 'members'), most)) {
    await session.run(`CREATE TABLE shared_keys AS SELECT ${keys}, count(*) AS parties FROM (
        SELECT DISTINCT ${keys}, cluster FROM members WHERE ${part}
      ) AS told GROUP BY ${keys} HAVING count(*) > 1`);
    await session.run(`INSERT INTO shown SELECT x.cluster, y.cluster, x.text, y.text, k.parties
      FROM (SELECT * FROM shared_keys WHERE parties <= ${mostByKey[block]}) AS k
      JOIN (SELECT * FROM members WHERE ${part}) AS x ON ${same('x', 'k')}
      JOIN (SELECT * FROM members WHERE ${part}) AS y ON ${same('y', 'k')} AND x.cluster < y.cluster WHERE ${when}`);
    const [found] = await session.rows<{ keys: number; members: number }>(
      `SELECT count(*) AS keys, coalesce(sum(parties), 0) AS members FROM shared_keys WHERE parties > ${mostByKey[block]}`,
    );
    over.keys += found?.keys ?? 0;
    over.members += Number(found?.members ?? 0);
    await session.run('DROP TABLE shared_keys');
  }
  for (const part of partsOf('a, b', await countRows(session, 'shown'), most)) {
    await session.run(`INSERT INTO pair_signs
      SELECT DISTINCT a, b, '${sign}', left_text, right_text, parties FROM shown WHERE ${part}`);
  }
  await session.run('DROP TABLE members');
  await session.run('DROP TABLE shown');
  return { block, ...over };
}

/** What two clusters hold together: records with both among their present holders. */
async function writeJoint(session: Session, most: number): Promise<void> {
  await session.run('CREATE TABLE shared_records (a BIGINT, b BIGINT, records BIGINT)');
  for (const part of partsOf('id', await countRows(session, 'row_clusters'), most)) {
    await session.run(`CREATE TABLE joint_rows AS SELECT DISTINCT r.id, r.cluster FROM row_clusters AS r
      SEMI JOIN (SELECT id FROM record_clusters WHERE least < most AND ${part}) AS joint ON joint.id = r.id
      WHERE ${part}`);
    await session.run(`INSERT INTO shared_records SELECT x.cluster, y.cluster, count(*) FROM joint_rows AS x
      JOIN joint_rows AS y ON y.id = x.id AND x.cluster < y.cluster GROUP BY x.cluster, y.cluster`);
    await session.run('DROP TABLE joint_rows');
  }
  await session.run(`INSERT INTO pair_signs SELECT a, b, 'joint', '', '', CAST(sum(records) AS BIGINT) FROM shared_records
    GROUP BY a, b`);
}
