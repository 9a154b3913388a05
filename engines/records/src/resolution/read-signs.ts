import type { Session } from '@zhiheng/lake';
import { nameDifference } from '../parties/name-distance.js';
import type { NamePair, PairSigns } from '../parties/score-pair.js';
import { countRows, partsOf, rangesOf } from './in-parts.js';

/** Two clusters with everything that was seen of them. */
export interface SignedPair {
  readonly a: number;
  readonly b: number;
  readonly signs: PairSigns;
}

interface SignRow {
  readonly a: number;
  readonly b: number;
  readonly sign: string;
  readonly left_text: string;
  readonly right_text: string;
  readonly parties: number;
}

/** Table `name_neighbours {cluster, folded, neighbours}`: of how many names of its province a name is one character away. */
async function countNeighbours(session: Session, most: number): Promise<void> {
  await session.run('CREATE TABLE name_neighbours (cluster BIGINT, folded VARCHAR, neighbours BIGINT)');
  // Each sign tells of both its names.
  for (const part of partsOf('cluster', 2 * (await countRows(session, 'pair_signs')), most)) {
    await session.run(`INSERT INTO name_neighbours SELECT cluster, folded, count(DISTINCT other) FROM (
      SELECT a AS cluster, left_text AS folded, right_text AS other FROM pair_signs WHERE sign = 'letters'
      UNION ALL SELECT b, right_text, left_text FROM pair_signs WHERE sign = 'letters'
    ) AS near WHERE ${part} GROUP BY cluster, folded`);
  }
}

/** Pairs in the order of their numbers, one at a time: the table of signs is sorted part by part, never held. */
export async function* readSignedPairs(session: Session, most: number): AsyncGenerator<SignedPair> {
  await countNeighbours(session, most);
  for (const range of await rangesOf(session, 'pair_signs', 'a', most / 2)) yield* pairsIn(session, range);
}

async function* pairsIn(session: Session, range: string): AsyncGenerator<SignedPair> {
  await session.run(`CREATE TABLE ranged_signs AS SELECT * FROM pair_signs WHERE ${range}`);
  const batches = session.stream<SignRow>(`SELECT * FROM (
      SELECT a, b, sign, left_text, right_text, parties FROM ranged_signs WHERE sign <> 'letters'
      UNION ALL
      SELECT s.a, s.b, s.sign, s.left_text, s.right_text, least(x.neighbours, y.neighbours) FROM ranged_signs AS s
      JOIN name_neighbours AS x ON x.cluster = s.a AND x.folded = s.left_text
      JOIN name_neighbours AS y ON y.cluster = s.b AND y.folded = s.right_text
      WHERE s.sign = 'letters'
    ) AS told ORDER BY a, b, sign, left_text, right_text, parties`);
  let held: SignRow[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      const [first] = held;
      if (first !== undefined && (first.a !== row.a || first.b !== row.b)) {
        yield signedPair(held, first);
        held = [];
      }
      held.push(row);
    }
  }
  const [first] = held;
  if (first !== undefined) yield signedPair(held, first);
  await session.run('DROP TABLE ranged_signs');
}

function signedPair(rows: readonly SignRow[], { a, b }: SignRow): SignedPair {
  const of = (sign: string) => rows.filter((row) => row.sign === sign);
  const fewest = (sign: string) => of(sign).sort((x, y) => x.parties - y.parties)[0];
  const [address, agency, stem] = [fewest('address'), fewest('agency'), fewest('stem')];
  const code = of('code').find((row) => nameDifference(row.left_text, row.right_text).distance === 1);
  return {
    a,
    b,
    signs: {
      names: rows.flatMap((row) => namePair(row) ?? []),
      address: address === undefined ? null : { text: address.left_text, parties: address.parties },
      people: of('people').map(({ parties }) => parties),
      agency: agency === undefined ? null : { name: agency.left_text, parties: agency.parties },
      nearCode: code === undefined ? null : `${code.left_text} ~ ${code.right_text}`,
      stem: stem === undefined ? null : { text: stem.left_text, parties: stem.parties },
      branch: of('branch').length > 0,
      joint: of('joint')[0]?.parties ?? 0,
    },
  };
}

function namePair({ sign, left_text: left, right_text: right, parties }: SignRow): NamePair | null {
  if (sign === 'same' || sign === 'letters') return { left, right, neighbours: parties, sign: 'letters' };
  if (sign === 'bag' || sign === 'place') return { left, right, neighbours: 1, sign };
  return null;
}
