import { type CoverageEntry, type Dataset, type Day, datasets } from '@zhiheng/vocabulary';
import type { LoadRequest } from './load-request.js';
import { statedCoverage } from './stated-coverage.js';

/** What files of applications in the form of ST.36 cover: nothing by themselves, else as `--covers` says. */
export function st36Coverage(
  grantedOn: Readonly<Record<Dataset, ReadonlySet<Day | null>>>,
  request: LoadRequest,
): CoverageEntry[] {
  const met = datasets.filter((dataset) => grantedOn[dataset].size > 0);
  return met.flatMap((dataset) => statedCoverage(request, { table: 'patents', office: 'CN', dataset }));
}
