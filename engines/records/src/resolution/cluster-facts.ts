import type { Session } from '@zhiheng/lake';
import type { PairSide } from '../parties/score-pair.js';

/** What a pair is scored by, of one of its clusters. */
export interface ClusterFacts extends PairSide {
  readonly folded: string;
}

interface FactsRow {
  readonly cluster: number;
  readonly folded: string;
  readonly city: string;
  readonly province: string;
  readonly person: string | null;
  readonly code: string | null;
  readonly holder_type: string | null;
}

/** Reads of `cluster_facts` those of some clusters. */
export async function factsOf(
  session: Session,
  clusters: ReadonlySet<number>,
): Promise<ReadonlyMap<number, ClusterFacts>> {
  await session.registerTable(
    'asked_clusters',
    { cluster: 'integer' },
    [...clusters].map((cluster) => [cluster]),
  );
  const rows =
    await session.rows<FactsRow>(`SELECT f.cluster, f.folded, f.city, f.province, f.person, f.code, f.holder_type
    FROM cluster_facts AS f SEMI JOIN asked_clusters AS asked ON asked.cluster = f.cluster`);
  return new Map(
    rows.map(({ cluster, folded, city, province, person, code, holder_type }) => [
      cluster,
      { folded, city, province, person: person !== null, code, holderType: holder_type },
    ]),
  );
}
