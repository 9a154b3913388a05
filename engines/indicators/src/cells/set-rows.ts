import { OwnFault } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import type { ComputedDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import type { TableOf } from '../record/owner-joins.js';
import { type CellGroup, masksOf } from './cell-groups.js';
import { durationRows } from './duration-rows.js';
import { emptyRows } from './empty-rows.js';
import type { SetGround } from './figure-set.js';
import { flowRows } from './flow-rows.js';
import { holderFlowRows } from './holder-flow-rows.js';
import { holderStockRows } from './holder-stock-rows.js';
import { type ReadTables, registerPlaces } from './places.js';
import type { Request } from './request.js';
import type { KeptCells } from './set-sql.js';
import type { MonthSpan } from './spans.js';
import { stockRows } from './stock-rows.js';
import { survivalRows } from './survival-rows.js';

/** The definitions of some requests, each once. */
export function definitionsOf(requests: readonly Request[]): ComputedDefinition[] {
  return [...new Set(requests.map(({ planned }) => planned.definition))];
}

/** What requests read of the tables that stand for the admission. */
export function readTables(requests: readonly Request[], tables: TableOf): ReadTables {
  return { tables, attributions: requests.map(({ planned }) => planned.definition.attribution) };
}

/** Has the places known that some records count in. */
export function placesOf({ session, scope }: SetGround, read: readonly ReadTables[]): Promise<void> {
  return registerPlaces(session, scope.areas, read, scope.counted ?? 'kept');
}

/** The cells of a group; `years`: the only ones that they hold (null: all). */
export function keptOf(group: CellGroup, years: readonly number[] | null): KeptCells {
  return { name: group.name, masked: masksOf(group).length > 0, alone: group.requests.length === 1, years };
}

/**
 * SQL of what a request tells beside survival medians; of a duration what it needs is kept in the session, under names that end on `suffix`.
 * `cells`: null where it has none.
 */
export async function rowsOf(
  { plan, session, months }: SetGround,
  request: Request,
  cells: KeptCells | null,
  suffix: string,
): Promise<string[]> {
  const { definition } = request.planned;
  if (definition.kind === 'distribution') throw new OwnFault(`${definition.id} is not told out of cells`);
  if (cells === null) return [];
  if (definition.kind === 'duration')
    return [await durationRows(session, request, cells, durationName(request) + suffix)];
  return [recordRows(request, definition, cells, plan, months)];
}

/** SQL of the survival medians of a duration in some years (null: all), behind what it tells else. */
export async function mediansOf(
  { plan, session, scope }: SetGround,
  request: Request,
  cells: KeptCells | null,
  years: readonly number[] | null,
  suffix: string,
): Promise<string[]> {
  if (years?.length === 0) return [];
  const name = `${durationName(request)}_survival${suffix}`;
  const medians = await survivalRows(session, request, plan, name, { ...scope, years });
  if (medians === null) return [];
  return [...(cells === null ? [emptyRows('duration')] : []), medians];
}

function durationName({ bridges }: Request): string {
  return [bridges.join('_'), 'duration'].filter((word) => word !== '').join('_');
}

/** SQL of what a request of records or holders tells out of its cells. */
export function recordRows(
  request: Request,
  { kind, count }: FlowDefinition | StockDefinition,
  cells: KeptCells,
  plan: AdmissionPlan,
  months: MonthSpan,
): string {
  if (kind === 'flow') {
    return count === 'holders' ? holderFlowRows(request, cells, plan) : flowRows(request, cells, plan.dialect);
  }
  if (count === 'records') return stockRows(request, cells, plan.dialect, months);
  return holderStockRows(request, cells, plan, months);
}
