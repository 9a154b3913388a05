import type { CoverageEntry, CoverageTable, Dataset } from '@zhiheng/vocabulary';
import { coverageOf, readCovers } from '../reading/mapping.js';
import type { LoadRequest } from './load-request.js';

/** What the person who loads says of the files, with `--covers`: of its events, those that a table has. */
export function statedCoverage(
  { covers }: LoadRequest,
  { table, office, dataset }: { readonly table: CoverageTable; readonly office: string; readonly dataset: Dataset },
): CoverageEntry[] {
  if (covers === undefined) return [];
  const told = { ...readCovers(covers.text, covers.path), table };
  return coverageOf(told, { office, dataset, source: covers.path });
}
