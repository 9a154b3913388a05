import { type CoverageEntry, type Dataset, type Day, datasets } from '@zhiheng/vocabulary';
import { usptoCoverage } from '../reading/uspto/uspto-coverage.js';
import type { LoadRequest } from './load-request.js';
import { statedCoverage } from './stated-coverage.js';

/** What a weekly file covers: its grants, by the days that its records tell, and what the person who loads says. */
export function grantCoverage(
  grantedOn: Readonly<Record<Dataset, ReadonlySet<Day | null>>>,
  path: string,
  request: LoadRequest,
): CoverageEntry[] {
  return datasets
    .filter((dataset) => grantedOn[dataset].size > 0)
    .flatMap((dataset) => [
      ...usptoCoverage({ grantedOn: grantedOn[dataset], dataset, source: path }),
      ...statedCoverage(request, { table: 'patents', office: 'US', dataset }),
    ]);
}
