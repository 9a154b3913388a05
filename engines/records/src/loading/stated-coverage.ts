import type { CoverageEntry, Dataset } from '@zhiheng/vocabulary';
import { coverageOf, readCovers } from '../reading/mapping.js';
import type { LoadRequest } from './load-request.js';

/** What the person who loads says of the files, with `--covers`. */
export function statedCoverage(request: LoadRequest, scope: { office: string; dataset: Dataset }): CoverageEntry[] {
  if (request.covers === undefined) return [];
  return coverageOf(readCovers(request.covers.text, request.covers.path), { ...scope, source: request.covers.path });
}
