import type { Session } from '@zhiheng/lake';
import { Clusters } from '../parties/clusters.js';
import { NamePlaces } from '../parties/name-places.js';
import { applyDecisions } from './apply-decisions.js';
import { writeClusterTables } from './cluster-tables.js';
import { foldStrings } from './fold-strings.js';
import { holderRowsSql, holderStringsSql, stringRowsSql } from './holder-rows.js';
import { countRows, rowsAtOnce } from './in-parts.js';
import { writeKnownNodes } from './known-nodes.js';
import { codesOfNodes, writeNodes } from './nodes.js';
import { type CappedBlock, writePairSigns } from './pair-signs.js';
import { writeIdsOfClusters } from './party-ids.js';
import { preparePartyTables } from './party-tables.js';
import type { ResolutionExtract } from './resolution-extract.js';
import { scorePairs } from './score-pairs.js';
import { settlePairs } from './settle-pairs.js';
import { joinStrictly, writeClusters } from './strict-links.js';

export interface ResolutionSettings {
  /** ST.3 code that party ids begin with. */
  readonly office: string;
  readonly extract: ResolutionExtract;
  /** Pseudonym of a person by name, as of the people of patents. */
  readonly pseudonymOf: (name: string) => string;
  /** `definitions/reference/areas.csv`. */
  readonly areas: string;
  /** Rows that one step of the engine takes at once, about; left out: as many as its memory holds. */
  readonly most?: number;
  /** Told before each step. */
  readonly onStep?: (done: number, total: number) => void;
}

/** What a resolution did, in numbers. */
export interface ResolutionReport {
  readonly holderRows: number;
  /** Distinct ways in which rows tell a holder. */
  readonly strings: number;
  readonly parties: number;
  /** Joins by name, place and code alone, and by likeness with evidence. */
  readonly joinedStrictly: number;
  readonly joinedByEvidence: number;
  /** Pairs that wait for somebody to decide. */
  readonly open: number;
  readonly related: number;
  /** Pairs left out because both parties show enough stronger ones. */
  readonly droppedPairs: number;
  readonly capped: readonly CappedBlock[];
}

/** Steps of a resolution, for its progress. */
export const resolutionSteps = 7;

/**
 * Resolves who the holders of a session are. The session holds the tables of records and, under `base_parties` and `base_party_keys`,
 * those of the release before, empty for the first. Afterwards `partyRowsSql` gives the rows of the tables of parties. The
 * same records, registry and extract give the same rows, in whatever order they were loaded. Joins run in the engine, which
 * spills, part by part where rows are many; held in memory are numbers a party.
 */
export async function resolveParties(
  session: Session,
  { office, extract, pseudonymOf, areas, most = rowsAtOnce, onStep = () => {} }: ResolutionSettings,
): Promise<ResolutionReport> {
  let step = 0;
  const next = () => onStep(step++, resolutionSteps);
  next();
  for (const sql of [holderRowsSql, holderStringsSql, stringRowsSql]) await session.run(sql);
  next();
  const strings = await foldStrings(session, { places: new NamePlaces(areas), pseudonymOf });
  await writeNodes(session);
  next();
  const codes = await codesOfNodes(session);
  const clusters = new Clusters(codes);
  await writeKnownNodes(session);
  const merged = await applyDecisions(session, clusters, extract);
  const joinedStrictly = await joinStrictly(session, clusters);
  await writeClusters(session, 'strict_clusters', clusters, codes.length);
  next();
  await writeClusterTables(session, most);
  const capped = await writePairSigns(session, most);
  next();
  const joinedByEvidence = await scorePairs(session, clusters, most);
  next();
  await writeClusters(session, 'final_clusters', clusters, codes.length);
  const pairs = await settlePairs(session, clusters, codes.length, most);
  const moved = await writeIdsOfClusters(session, office, merged);
  next();
  await preparePartyTables(session, moved, most);
  return {
    holderRows: await countRows(session, 'string_rows'),
    strings,
    parties: await countRows(session, 'cluster_parties'),
    joinedStrictly,
    joinedByEvidence,
    open: pairs.open,
    related: pairs.related,
    droppedPairs: pairs.dropped,
    capped,
  };
}
