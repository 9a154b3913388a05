import type { Session } from '@zhiheng/lake';
import type { Clusters } from '../parties/clusters.js';
import { decisionsOf } from '../parties/decisions.js';
import type { ResolutionExtract } from './resolution-extract.js';

interface KnownNode {
  readonly node: number;
  readonly party: string;
  readonly origin: string;
}

/** Sets apart and joins the nodes of parties that somebody decided about; gives the ids that stand for others. */
export async function applyDecisions(
  session: Session,
  clusters: Clusters,
  extract: ResolutionExtract,
): Promise<ReadonlyMap<string, string>> {
  const { merged, apart } = decisionsOf(extract);
  const named = new Set([...merged, ...apart.map(({ a, b }) => [a, b] as const)].flat());
  await session.registerTable(
    'decided',
    { party: 'text' },
    [...named].map((id) => [id]),
  );
  const known = await session.rows<KnownNode>(`SELECT node, party, origin FROM known_nodes
    WHERE party IN (SELECT party FROM decided) OR origin IN (SELECT party FROM decided) ORDER BY node, party`);
  for (const [number, { a, b }] of apart.entries()) {
    clusters.setApart(number, membersOf(known, a, b), membersOf(known, b, a));
  }
  for (const [party, into] of merged) {
    const [one, ...others] = [...membersOf(known, into, party), ...membersOf(known, party, into)];
    for (const other of others) if (one !== undefined) clusters.joinDecided(one, other);
  }
  return merged;
}

/** The nodes that were the party's first, or are its now and were not first the other's. */
function membersOf(known: readonly KnownNode[], id: string, other: string): number[] {
  return known
    .filter(({ party, origin }) => origin === id || (party === id && origin !== other))
    .map(({ node }) => node);
}
