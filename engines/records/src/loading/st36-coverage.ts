import { type CoverageEntry, type Dataset, type Day, datasets } from '@zhiheng/vocabulary';
import { coverageOf, type Mapping } from '../reading/mapping.js';
import type { LoadRequest } from './load-request.js';
import { statedCoverage } from './stated-coverage.js';

/** What files of applications in the form of ST.36 cover: nothing by themselves, else as `--covers` or a mapping says. */
export function st36Coverage(
  grantedOn: Readonly<Record<Dataset, ReadonlySet<Day | null>>>,
  request: LoadRequest,
  mapping: Mapping | null,
): CoverageEntry[] {
  const met = datasets.filter((dataset) => grantedOn[dataset].size > 0);
  return met.flatMap((dataset) => {
    const scope = { office: 'CN', dataset };
    if (request.covers !== undefined || mapping?.covers == null) return statedCoverage(request, scope);
    return coverageOf(mapping.covers, { ...scope, source: request.mapping?.path ?? '' });
  });
}
