import { type Period, UserFault } from '@zhiheng/vocabulary';
import { isComputed } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import { isMade } from '../made-parts.js';
import { type BreakdownWish, combinationOf, holdsCombination, readBreakdown } from './breakdown.js';
import { computedRows } from './computed-rows.js';
import { computedScope } from './computed-scope.js';
import type { FigureRequest, FigureSources } from './figure-request.js';
import { madeRows } from './made-rows.js';
import { publishedRows } from './published-rows.js';
import { sampleRows } from './sample-rows.js';
import { datasetsOf, namedAreas, namedPeriods, usualAreas } from './scope.js';
import { slotRows } from './slot-rows.js';
import { yearsHeld } from './years-held.js';

/**
 * Rows of a figure: for each dataset the values computed from records or made of other figures, a row for every area,
 * period, part and statistic asked for, then the published values that exist. `value` is null exactly when `status` is
 * `missing`: nothing counted, where coverage is not full, is not known to be zero. Throws `area-unknown`, `period-wrong`,
 * `breakdown-wrong`.
 */
export async function figure(request: FigureRequest, sources: FigureSources): Promise<FigureRow[]> {
  const { definition, origin = null } = request;
  const asked = {
    office: request.office ?? sources.office,
    dataset: request.dataset ?? null,
    areas: namedAreas(request.areas, sources.areas),
    periods: namedPeriods(request.periods),
    wish: readBreakdown(request.by, definition),
    statistic: request.statistic ?? null,
  };
  const published = publishedRows(asked, sources.published);
  const own =
    (origin ?? ownOrigin(request)) === ownOrigin(request)
      ? await ownRows(request, { ...sources, published }, asked)
      : [];
  return [...own, ...((origin ?? 'published') === 'published' ? published : [])];
}

interface Asked {
  readonly office: string;
  readonly areas: readonly string[] | null;
  readonly periods: readonly Period[] | null;
  readonly wish: BreakdownWish;
}

/** The origin of values that are not published. */
function ownOrigin({ definition }: FigureRequest) {
  if (definition.kind === 'slot') return definition.awaits.origin;
  return definition.kind === 'sample' ? 'estimated' : 'computed';
}

/** Rows that this engine computes, makes or waits for. */
async function ownRows(request: FigureRequest, sources: FigureSources, asked: Asked): Promise<FigureRow[]> {
  const { definition, statistic = null } = request;
  const { observations } = sources;
  const { office, wish } = asked;
  if (definition.kind === 'slot') return slotRows({ definition, ...asked }, request.dataset ?? null, sources);
  if (definition.kind === 'reported' || (isComputed(definition) && observations === null)) return [];
  const areas = asked.areas ?? (await usualAreas(office, sources));
  const periods = asked.periods ?? (await yearsHeld({ ...sources, definition }, request, sources));
  const question = { office, dataset: request.dataset ?? null, areas, periods, wish };
  if (definition.kind === 'sample') return sampleRows({ ...question, definition }, sources);
  if (isMade(definition)) return statistic === null ? madeRows({ ...question, definition }, sources, figure) : [];
  if (observations === null || !givesCombination(request, sources, wish)) return [];
  const rows: FigureRow[] = [];
  for (const dataset of datasetsOf(request.dataset, office, sources.holdings)) {
    const scope = computedScope(definition, office, dataset, sources);
    const stored = await observations.select({ office, dataset, areas, periods, combination: combinationOf(wish) });
    const told = computedRows({ scope, office, dataset, areas, periods, wish, statistic }, stored, sources);
    for (const row of told) rows.push(row);
  }
  return rows;
}

/** Whether the observations give a combination; its rows would all read zero else. Throws where nothing was published so either. */
function givesCombination({ definition, by }: FigureRequest, sources: FigureSources, wish: BreakdownWish): boolean {
  const held = sources.combinations ?? ('breakdowns' in definition ? definition.breakdowns : []);
  const wanted = combinationOf(wish);
  if (held === 'every') return true;
  if (holdsCombination(held, wanted)) return true;
  if (definition.published.some(({ breakdown }) => holdsCombination([Object.keys(breakdown)], wanted))) return false;
  throw new UserFault('breakdown-wrong', {
    found: String(by),
    expected: held.map((combination) => combination.join(',')).join('; ') || 'no breakdown',
  });
}
