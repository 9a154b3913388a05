import type { Dataset, Period } from '@zhiheng/vocabulary';
import type { SampleDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import type { FigureSources } from './figure-request.js';
import { missingRow } from './missing-row.js';
import { datasetsOf } from './scope.js';

export interface SampleQuestion {
  readonly definition: SampleDefinition;
  readonly office: string;
  readonly dataset: Dataset | null;
  readonly areas: readonly string[];
  readonly periods: readonly Period[];
}

/** Rows of an estimate from a sample: all missing as long as no sampling has given one. */
export function sampleRows(question: SampleQuestion, sources: FigureSources): FigureRow[] {
  const { definition, office, areas, periods } = question;
  return datasetsOf(question.dataset, office, sources.holdings).flatMap((dataset) =>
    areas.flatMap((area) =>
      periods.map((period) =>
        missingRow(definition, { office, dataset, area, period }, { origin: 'estimated', vintage: sources.vintage }),
      ),
    ),
  );
}
