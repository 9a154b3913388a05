import type { Session } from '@zhiheng/lake';
import type { Clusters } from '../parties/clusters.js';
import { countRows, partsOf } from './in-parts.js';

/** How many pairs of a relation a party shows at most: the strongest. */
export const mostPairs = { 'same?': 20, related: 10 } as const;

type Relation = keyof typeof mostPairs;

export interface SettledPairs {
  /** Pairs that wait for somebody, and those that are related. */
  readonly open: number;
  readonly related: number;
  /** Pairs above `mostPairs` of both their parties, not kept. */
  readonly dropped: number;
}

interface StrongPair {
  readonly number: number;
  readonly a: number;
  readonly b: number;
  readonly relation: Relation;
}

/** What may be the same stands before what is related. */
const rank = "CASE relation WHEN 'same?' THEN 0 ELSE 1 END";

/**
 * Table `kept_pairs {a, b, relation, hundredths, evidence}` of the pairs of `open_pairs` between parties as they are after all joins,
 * `final_clusters`: the strongest of each two, and of each party so many. Held in memory are numbers a party.
 */
export async function settlePairs(
  session: Session,
  clusters: Clusters,
  nodes: number,
  most: number,
): Promise<SettledPairs> {
  await session.run(`CREATE TABLE joined_pairs AS SELECT p.number, least(x.cluster, y.cluster) AS a,
      greatest(x.cluster, y.cluster) AS b, p.relation, p.hundredths, p.a AS first_a, p.b AS first_b
    FROM open_pairs AS p JOIN final_clusters AS x ON x.node = p.a JOIN final_clusters AS y ON y.node = p.b
    WHERE x.cluster <> y.cluster`);
  await writeBarred(session, clusters);
  await session.run(
    'CREATE TABLE strong_pairs (number BIGINT, a BIGINT, b BIGINT, relation VARCHAR, hundredths BIGINT)',
  );
  for (const part of partsOf('a, b', await countRows(session, 'joined_pairs'), most)) {
    await session.run(`INSERT INTO strong_pairs SELECT number, a, b, relation, hundredths FROM (
        SELECT j.*, row_number() OVER (PARTITION BY a, b ORDER BY ${rank}, hundredths DESC, first_a, first_b) AS place_of
        FROM joined_pairs AS j ANTI JOIN barred_pairs AS n ON n.number = j.number WHERE ${part}
      ) AS ranked WHERE place_of = 1`);
  }
  const settled = await writeKept(session, nodes);
  await session.run(`CREATE TABLE kept_pairs AS SELECT s.a, s.b, s.relation, s.hundredths, p.evidence FROM strong_pairs AS s
    JOIN kept_numbers AS k ON k.number = s.number JOIN open_pairs AS p ON p.number = s.number`);
  return settled;
}

/** Table `barred_pairs {number}`: pairs of which it would be asked whether they are the same, and that may not be. */
async function writeBarred(session: Session, clusters: Clusters): Promise<void> {
  const table = { name: 'barred_pairs', columns: { number: 'integer' } } as const;
  await session.createTable(table);
  const appender = await session.openAppender(table);
  const asked = session.stream<StrongPair>(
    `SELECT number, a, b FROM joined_pairs WHERE relation = 'same?' ORDER BY number`,
  );
  for await (const batch of asked) {
    appender.append([batch.filter(({ a, b }) => !clusters.mayJoin(a, b)).map(({ number }) => number)]);
  }
  appender.close();
}

/** Table `kept_numbers {number}`: of `strong_pairs`, the strongest first, those of which a party does not show enough yet. */
async function writeKept(session: Session, nodes: number): Promise<SettledPairs> {
  const table = { name: 'kept_numbers', columns: { number: 'integer' } } as const;
  await session.createTable(table);
  const appender = await session.openAppender(table);
  const shown = { 'same?': new Uint8Array(nodes), related: new Uint8Array(nodes) };
  const kept = { 'same?': 0, related: 0 };
  let dropped = 0;
  const strongest = session.stream<StrongPair>(
    `SELECT number, a, b, relation FROM strong_pairs ORDER BY ${rank}, hundredths DESC, a, b`,
  );
  for await (const batch of strongest) {
    const numbers: number[] = [];
    for (const { number, a, b, relation } of batch) {
      const [counts, enough] = [shown[relation], mostPairs[relation]];
      const [left, right] = [counts[a] ?? 0, counts[b] ?? 0];
      if (left >= enough && right >= enough) {
        dropped += 1;
        continue;
      }
      counts[a] = Math.min(left + 1, enough);
      counts[b] = Math.min(right + 1, enough);
      kept[relation] += 1;
      numbers.push(number);
    }
    appender.append([numbers]);
  }
  appender.close();
  return { open: kept['same?'], related: kept.related, dropped };
}
