import { type Definition, type FigureRow, unitOfStatistic } from '@zhiheng/indicators';
import { type Dataset, type Period, type UnitId, units } from '@zhiheng/vocabulary';
import type { CellAddress, CellStatus, FilledCell } from '../filled-table.js';
import type { Aspects } from '../table-definition.js';
import { type FiguresAsked, originOf } from './figures-asked.js';
import { growthOver, inUnit, sumOf, worstOf } from './reckon.js';

/** What a cell is to show, with the figures that it needs. */
export interface CellPlan {
  readonly aspects: Aspects;
  readonly definition: Definition | null;
  /** A figure for each area whose values are added. */
  readonly opens: readonly CellAddress[];
  /** Of a growth: the same figures a year before. */
  readonly bases: readonly CellAddress[];
  /** Why no figure is asked for; null: figures are. */
  readonly without: CellStatus | null;
}

export interface CellGround {
  readonly dataset: Dataset;
  /** Whether whoever asks may see values that are not published by others. */
  readonly computed: boolean;
  readonly periodOf: (aspects: Aspects) => Period;
}

/** Plans a cell. `areas`: those whose values are added. */
export function planCell(
  aspects: Aspects,
  definition: Definition | null,
  areas: readonly string[],
  { dataset, computed, periodOf }: CellGround,
): CellPlan {
  if (definition === null || aspects.notYet !== null) return { ...nothing, aspects, definition, without: 'not-yet' };
  const origin = originOf(aspects, definition);
  const at = (yearsBefore: number | null) =>
    areas.map(
      (area): CellAddress => ({
        ...{ indicator: definition.id, area, period: periodOf({ ...aspects, yearsBefore }) },
        ...{ breakdown: aspects.breakdown ?? {}, statistic: aspects.statistic, origin },
      }),
    );
  const opens = at(aspects.yearsBefore);
  const plan = { aspects, definition, opens, bases: aspects.change === null ? [] : at((aspects.yearsBefore ?? 0) + 1) };
  if (origin === 'published' && dataset !== 'real') return { ...plan, without: 'not-of-dataset' };
  if (origin !== 'published' && !computed) return { ...plan, without: 'withheld' };
  return { ...plan, without: areas.length > 1 && !isAdditive(aspects, definition) ? 'not-additive' : null };
}

/** Fills a planned cell with the figures that were asked for. */
export function fillCell(plan: CellPlan, asked: FiguresAsked): FilledCell {
  const { aspects, definition, without, opens, bases } = plan;
  const empty = { ...emptyCell(plan), status: without ?? ('missing' as const) };
  if (definition === null || without !== null) return empty;
  const unit = valueUnit(aspects, definition);
  const now = added(
    opens.map((one) => asked.of(one)),
    unit,
  );
  if (now === null) return empty;
  if (aspects.change === null) return { ...empty, ...now };
  const base = added(
    bases.map((one) => asked.of(one)),
    unit,
  );
  if (base === null) return empty;
  const comparable = [now, base].every(
    ({ bound, status }) => bound === null && (status === 'final' || opens[0]?.origin === 'published'),
  );
  if (!comparable || base.value === 0) return { ...empty, status: 'not-comparable' };
  return { ...empty, value: growthOver(now.value, base.value), status: worstOf([now.status, base.status]) };
}

/** A cell without a value. */
export function emptyCell({ aspects, definition, opens }: CellPlan): FilledCell {
  const isGrowth = aspects.change === 'growth';
  return {
    value: null,
    unit: isGrowth ? 'growth-rate' : definition === null ? aspects.unit : valueUnit(aspects, definition),
    decimals: aspects.decimals ?? (isGrowth ? 1 : (definition?.decimals ?? 0)),
    bound: null,
    precision: null,
    status: 'missing',
    change: aspects.change,
    additive: definition !== null && isAdditive(aspects, definition),
    mark: null,
    opens,
  };
}

/** Whether values of parts may be added: counts and amounts of which each thing counts once. */
export function isAdditive(aspects: Aspects, definition: Definition): boolean {
  if (aspects.change !== null || aspects.statistic !== null || notAdded.has(definition.unit)) return false;
  if (definition.kind === 'flow' || definition.kind === 'stock') {
    return definition.count === 'records' && definition.attribution.holder !== 'each';
  }
  return definition.kind === 'reported' || definition.kind === 'derived';
}

const notAdded: ReadonlySet<string> = new Set<UnitId>([
  ...(['percent', 'percent-of-gdp', 'share', 'growth-rate', 'months', 'days', 'points'] as const),
  'patents-per-10k-people',
]);
const nothing = { opens: [], bases: [] };

function valueUnit({ unit, statistic }: Aspects, definition: Definition): UnitId {
  return unit ?? unitOfStatistic(definition, statistic);
}

/** The sum of some figures in a unit; null where one of them has no value. */
function added(rows: readonly (FigureRow | null)[], unit: UnitId) {
  const [first, ...others] = rows;
  if (first === undefined || first === null || first.value === null) return null;
  const told = { bound: first.bound, status: first.status, precision: stepIn(first, unit) };
  if (others.length === 0) return { ...told, value: inUnit(first.value, first.unit, unit) };
  const values = rows.map((row) =>
    (row?.value ?? null) === null || row === null ? null : inUnit(row.value ?? 0, row.unit, unit),
  );
  if (values.some((value) => value === null)) return null;
  const bound = rows.some((row) => row?.bound !== null) ? first.bound : null;
  const status = worstOf(rows.map((row) => row?.status ?? 'missing'));
  return { bound, status, precision: told.precision, value: sumOf(values.flatMap((value) => value ?? [])) };
}

function stepIn({ precision, unit: from }: FigureRow, unit: UnitId): number | null {
  return precision === null || !Object.hasOwn(units, from) ? precision : inUnit(precision, from, unit);
}
