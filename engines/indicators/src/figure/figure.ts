import type { Period } from '@zhiheng/vocabulary';
import { type ComputedDefinition, isComputed } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import { type BreakdownWish, readBreakdown } from './breakdown.js';
import { computedRows } from './computed-rows.js';
import { computedScope, decidingEvent, yearsHeld } from './computed-scope.js';
import type { FigureRequest, FigureSources } from './figure-request.js';
import type { ObservationStore } from './observation-store.js';
import { publishedRows } from './published-rows.js';
import { datasetsOf, namedAreas, namedPeriods, usualAreas } from './scope.js';

/**
 * Rows of a figure: for each dataset the computed values, a row for every area, period, part and statistic asked for,
 * then the published values that exist. `value` is null exactly when `status` is `missing`: nothing counted, where
 * coverage is not full, is not known to be zero. Throws `area-unknown`, `period-wrong`, `breakdown-wrong`.
 */
export async function figure(request: FigureRequest, sources: FigureSources): Promise<FigureRow[]> {
  const { definition, origin = null } = request;
  const wish = readBreakdown(request.by, definition);
  const areas = namedAreas(request.areas, sources.areas);
  const periods = namedPeriods(request.periods);
  const published = publishedRows(
    {
      office: request.office ?? sources.office,
      dataset: request.dataset ?? null,
      areas,
      periods,
      wish,
      statistic: request.statistic ?? null,
    },
    sources.published,
  );
  const { observations } = sources;
  const computed =
    !isComputed(definition) || observations === null || (origin ?? 'computed') !== 'computed'
      ? []
      : await computeRows(request, sources, { definition, observations, wish, areas, periods, published });
  return [...computed, ...((origin ?? 'published') === 'published' ? published : [])];
}

interface Reading {
  readonly definition: ComputedDefinition;
  readonly observations: ObservationStore;
  readonly wish: BreakdownWish;
  readonly areas: readonly string[] | null;
  readonly periods: readonly Period[] | null;
  readonly published: readonly FigureRow[];
}

async function computeRows(request: FigureRequest, sources: FigureSources, reading: Reading): Promise<FigureRow[]> {
  const { definition, observations, wish } = reading;
  const office = request.office ?? sources.office;
  const scopes = datasetsOf(request.dataset, office, sources.holdings).map((dataset) => ({
    dataset,
    scope: computedScope(definition, office, dataset, sources),
  }));
  const areas = reading.areas ?? (await usualAreas(office, sources));
  const periods =
    reading.periods ??
    (await yearsHeld(
      scopes.flatMap(({ dataset, scope }) => [
        () => observations.years(office, dataset),
        async () => scope.book.years(decidingEvent(definition)),
      ]),
      reading.published.map((row) => row.period),
    ));
  const rows: FigureRow[] = [];
  for (const { dataset, scope } of scopes) {
    const question = { scope, office, dataset, areas, periods, wish, statistic: request.statistic ?? null };
    const stored = await observations.select({ office, dataset, areas, periods });
    rows.push(...computedRows(question, stored, sources));
  }
  return rows;
}
