import type { Dataset, Period } from '@zhiheng/vocabulary';
import type { SampleDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import type { FigureSources } from './figure-request.js';
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
      periods.map((period) => ({
        indicator: definition.id,
        office,
        area,
        period,
        breakdown: {},
        statistic: null,
        value: null,
        bound: null,
        precision: null,
        numerator: null,
        denominator: null,
        unit: definition.unit,
        origin: 'estimated' as const,
        dataset,
        status: 'missing' as const,
        vintage: sources.vintage,
        publication: null,
      })),
    ),
  );
}
