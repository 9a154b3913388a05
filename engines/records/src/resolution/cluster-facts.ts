import type { Session } from '@zhiheng/lake';
import type { PairSide } from '../parties/score-pair.js';

/** What pairs are scored by, of every cluster by its number. */
export class ClusterFacts {
  readonly #sides = new Map<number, PairSide & { readonly folded: string }>();

  /** Reads `cluster_facts`. */
  static async read(session: Session): Promise<ClusterFacts> {
    const facts = new ClusterFacts();
    const batches = session.stream<{
      cluster: number;
      folded: string;
      city: string;
      province: string;
      person: string | null;
      code: string | null;
      holder_type: string | null;
    }>(`SELECT cluster, folded, city, province, person, code, holder_type FROM cluster_facts
      WHERE cluster IN (SELECT a FROM pair_signs UNION SELECT b FROM pair_signs)`);
    for await (const batch of batches) {
      for (const { cluster, folded, city, province, person, code, holder_type } of batch) {
        facts.#sides.set(cluster, { folded, city, province, person: person !== null, code, holderType: holder_type });
      }
    }
    return facts;
  }

  of(cluster: number): (PairSide & { readonly folded: string }) | undefined {
    return this.#sides.get(cluster);
  }
}
