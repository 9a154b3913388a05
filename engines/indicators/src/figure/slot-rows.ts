import type { Dataset, Period } from '@zhiheng/vocabulary';
import type { SlotDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import type { FigureSources } from './figure-request.js';
import { missingRow } from './missing-row.js';
import { datasetsOf, usualAreas } from './scope.js';

export interface SlotQuestion {
  readonly definition: SlotDefinition;
  readonly office: string;
  readonly areas: readonly string[] | null;
  readonly periods: readonly Period[] | null;
}

/** Rows of a slot: all missing; where no period is asked for, of the year of today. */
export async function slotRows(
  { definition, office, areas, periods }: SlotQuestion,
  dataset: Dataset | null,
  sources: FigureSources,
): Promise<FigureRow[]> {
  const { origin } = definition.awaits;
  const places = areas ?? (await usualAreas(office, sources));
  const spans = periods ?? [sources.today.slice(0, 4)];
  return datasetsOf(dataset, office, sources.holdings).flatMap((one) =>
    places.flatMap((area) =>
      spans.map((period) =>
        missingRow(definition, { office, dataset: one, area, period }, { origin, vintage: sources.vintage }),
      ),
    ),
  );
}
