import {
  type ComputedDefinition,
  countedValues,
  isComputed,
  monthSpan,
  parseBreakdown,
  storedRows,
  unitOfStatistic,
} from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import type { Dataset, Period, Statistic, Status } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { ComparedValue } from '../answers-vintages.js';
import { knownSpan } from '../known-span.js';
import { rowsOfPart, type StoredSet, setOf, showParts } from '../stored-set.js';
import type { Vintage, VintageIndicator } from '../vintage.js';
import { type CellGround, registerStates } from './cell-states.js';
import {
  type CellFilter,
  type ComparedSides,
  comparedCells,
  differingSeries,
  narrowedTo,
  observationsOf,
  otherSeries,
  type ShownSet,
} from './difference-sql.js';

/** The table of the cells that differ, and of those that the later set alone holds. */
const kept = 'compared_cells';

/** What came of comparing the sets of one indicator. */
export interface ComparedSets {
  readonly compared: number;
  readonly different: number;
  /** Told by the earlier one, and not so by the later one. */
  readonly corrected: number;
  /** Nothing had to be read. */
  readonly same: boolean;
  /** The differences from the largest on; reads through the session, which holds them until other sets are compared. */
  page(limit: number): Promise<ComparedValue[]>;
}

interface Side {
  readonly definition: ComputedDefinition;
  readonly set: StoredSet;
}

/** The two sides of one indicator; null where a vintage holds no set of it. */
export interface SetSides {
  readonly before: Side | null;
  readonly after: Side | null;
}

export function sideOf(indicator: VintageIndicator | undefined): Side | null {
  if (indicator === undefined || indicator.observations === null || !isComputed(indicator.definition)) return null;
  return { definition: indicator.definition, set: setOf(indicator.observations) };
}

/** Compares the stored sets of one indicator; the session shows both vintages and the whole office. */
export async function compareSets(
  session: LakeSession,
  { before, after }: SetSides,
  ground: CellGround,
  filter: CellFilter,
): Promise<ComparedSets> {
  const { pair } = ground;
  const sameFiles = filesOf(before?.set) === filesOf(after?.set);
  const sameGround = groundOf(pair.before) === groundOf(pair.after);
  const isRedefined = before?.definition.hash !== after?.definition.hash;
  if (before !== null && after !== null && sameFiles && sameGround && !isRedefined) {
    const shown = await shownSet(session, 'after', after, pair.after);
    return {
      compared: await valuesIn(session, shown, after.set, filter),
      different: 0,
      corrected: 0,
      same: true,
      page: async () => [],
    };
  }
  if (hasNoRows(before) && hasNoRows(after)) {
    const same = before !== null && after !== null && sameFiles;
    return { compared: 0, different: 0, corrected: 0, same, page: async () => [] };
  }
  const was = before && (await shownSet(session, 'before', before, pair.before));
  const now = after && (await shownSet(session, 'after', after, pair.after));
  const asked = {
    years: await yearsOf(session, [was, now], filter),
    areas: await areasOf(session, [was, now], filter),
  };
  const definitions = { before: before?.definition ?? null, after: after?.definition ?? null };
  const states = await registerStates(session, definitions, ground, asked);
  let looked: ComparedSides = { was, now, restated: null };
  if (was !== null && now !== null && was.form === now.form && was.form !== 'observations') {
    const edges = edgesOf(was, now, asked.years);
    if (sameFiles && states.years.length === 0 && edges.length === 0) {
      const compared = await valuesIn(session, now, after?.set ?? null, filter);
      return { compared, different: 0, corrected: 0, same: true, page: async () => [] };
    }
    const columns = await session.columns(now.rows);
    await session.keep('differing_series', differingSeries({ was, now }, columns, edges, { sameFiles, filter }));
    const others = { others: 'differing_series', filter };
    if (states.years.length > 0) await session.keep('restated_series', otherSeries(now, states.years, others));
    looked = {
      was: narrowedTo('differing_series', was),
      now: narrowedTo('differing_series', now),
      restated: states.years.length > 0 ? narrowedTo('restated_series', now) : null,
    };
  }
  const cells = comparedCells(looked, states, filter);
  await session.keep(kept, `SELECT * FROM (\n${cells}\n) AS compared WHERE differs OR only_now`);
  const [tally = { different: 0, only_now: 0, corrected: 0 }] = await session.rows<{
    different: number;
    only_now: number;
    corrected: number;
  }>(
    `SELECT count(*) FILTER (WHERE differs) AS different, count(*) FILTER (WHERE only_now) AS only_now,
  count(*) FILTER (WHERE was_value IS NOT NULL AND was_value IS DISTINCT FROM now_value) AS corrected FROM ${kept}`,
  );
  const held = was === null ? 0 : await valuesIn(session, was, before?.set ?? null, filter);
  const definition = after?.definition ?? before?.definition;
  return {
    compared: held + tally.only_now,
    different: tally.different,
    corrected: tally.corrected,
    same: false,
    page: async (limit) => {
      const rows = await session.rows<CellRow>(`SELECT * FROM ${kept} WHERE differs
ORDER BY size DESC, area, period, breakdown NULLS FIRST, statistic NULLS FIRST, office, dataset
LIMIT ${limit}`);
      return definition === undefined ? [] : rows.map((row) => comparedValue(row, definition));
    },
  };
}

interface CellRow {
  readonly office: string;
  readonly dataset: Dataset;
  readonly area: string;
  readonly period: Period;
  readonly breakdown: string | null;
  readonly statistic: Statistic | null;
  readonly was_value: number | null;
  readonly was_n: number | null;
  readonly was_status: Status;
  readonly now_value: number | null;
  readonly now_n: number | null;
  readonly now_status: Status;
  readonly size: number;
}

function comparedValue(row: CellRow, definition: ComputedDefinition): ComparedValue {
  const { office, dataset, area, period, statistic, size } = row;
  const n = (status: Status, counted: number | null) => (status === 'missing' ? null : (counted ?? 0));
  return {
    ...{ indicator: definition.id, office, dataset, area, period, breakdown: parseBreakdown(row.breakdown), statistic },
    unit: unitOfStatistic(definition, statistic),
    origin: 'computed',
    ...{ before: row.was_value, after: row.now_value },
    ...{ beforeN: n(row.was_status, row.was_n), afterN: n(row.now_status, row.now_n) },
    ...{ beforeStatus: row.was_status, afterStatus: row.now_status },
    size,
    reasons: [],
  };
}

async function shownSet(session: LakeSession, name: string, { set }: Side, vintage: Vintage): Promise<ShownSet> {
  const rows = storedRows(set.form, await showParts(session, `compared_${name}`, set));
  return { form: set.form, rows, months: monthSpan(knownSpan(vintage)) };
}

const isWhole = ({ areas, periods }: CellFilter) => areas === undefined && periods === undefined;

async function valuesIn(session: LakeSession, shown: ShownSet, set: StoredSet | null, filter: CellFilter) {
  if (set !== null && isWhole(filter)) return set.values;
  const sql = isWhole(filter)
    ? countedValues(shown.form, shown.rows, shown.months)
    : `SELECT count(*) AS count FROM (\n${observationsOf(shown, filter)}\n) AS told`;
  const [row] = await session.rows<{ count: number }>(sql);
  return row?.count ?? 0;
}

/** The years that either set tells anything of. */
async function yearsOf(session: LakeSession, sets: readonly (ShownSet | null)[], { periods }: CellFilter) {
  if (periods !== undefined) return [...new Set(periods.map((period) => Number(period.slice(0, 4))))];
  return distinct<number>(session, sets, ({ form }) =>
    form === 'observations' ? 'CAST(substr(period, 1, 4) AS INTEGER)' : 'year',
  );
}

async function areasOf(session: LakeSession, sets: readonly (ShownSet | null)[], { areas }: CellFilter) {
  return areas ?? distinct<string>(session, sets, () => 'area');
}

async function distinct<T>(
  session: LakeSession,
  sets: readonly (ShownSet | null)[],
  column: (set: ShownSet) => string,
): Promise<T[]> {
  const parts = sets.flatMap((set) =>
    set === null ? [] : [`SELECT DISTINCT ${column(set)} AS told FROM (\n${set.rows}\n) AS stored`],
  );
  if (parts.length === 0) return [];
  const rows = await session.rows<{ told: T }>(`SELECT DISTINCT told FROM (${parts.join(' UNION ALL ')}) AS each_set`);
  return rows.map(({ told }) => told);
}

/** Years at the edge of what one of two sets tells stocks of, and the other does not. */
function edgesOf(was: ShownSet, now: ShownSet, years: readonly number[]): number[] {
  if (!now.form.startsWith('stock')) return [];
  const yearOf = (month: number) => Math.floor(month / 12);
  const { first, last } = was.months;
  if (first === now.months.first && last === now.months.last) return [];
  const [from, to] = [yearOf(Math.max(first, now.months.first)), yearOf(Math.min(last, now.months.last))];
  return years.filter(
    (year) => (first !== now.months.first && year <= from) || (last !== now.months.last && year >= to),
  );
}

/** Whether a side tells nothing, so that nothing can differ from it but what the other side tells. */
function hasNoRows(side: Side | null): boolean {
  return side === null || side.set.parts.every((part) => rowsOfPart(part) === 0);
}

export function filesOf(set: StoredSet | undefined): string {
  return JSON.stringify(
    set?.parts.map(({ segment, told, among }) => [segment.sha256, told, among?.number ?? null]) ?? null,
  );
}

/** What statuses rest on beside the definition. */
export function groundOf({ coverage, datasets, createdAt, facts = null }: Vintage): string {
  const decisions = facts !== null;
  return canonicalHash({ coverage, datasets, decisions, span: knownSpan({ coverage, createdAt }) });
}
