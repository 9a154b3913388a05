import type { Dataset, Period, Statistic } from '@zhiheng/vocabulary';
import type { Combination } from '../definition.js';
import type { RecordSession } from '../session.js';

/** An observation of a set. */
export interface StoredObservation {
  readonly office: string;
  readonly dataset: Dataset;
  readonly area: string;
  readonly period: Period;
  /** Null: the total; else `kind=invention`, or `holder_type=university;kind=invention`, dimensions by name. */
  readonly breakdown: string | null;
  readonly statistic: Statistic | null;
  readonly value: number;
  /** Records behind the value. */
  readonly n: number;
  readonly numerator: number | null;
}

export interface ObservationFilter {
  readonly office: string;
  readonly dataset: Dataset;
  readonly areas: readonly string[];
  readonly periods: readonly Period[];
  /** Dimensions, by name, of the rows that are wanted; left out: none, the totals. Rows of others may come too. */
  readonly combination?: Combination;
}

/** The stored observation set of one definition in one vintage. */
export interface ObservationStore {
  /** Every row of these areas and periods: totals, parts and statistics. */
  select(filter: ObservationFilter): Promise<readonly StoredObservation[]>;
  /** Years with a value, ascending. */
  years(office: string, dataset: Dataset): Promise<readonly number[]>;
  /** Areas with a value, by code. */
  areas(office: string): Promise<readonly string[]>;
}

/** What stands after `FROM` for the observations of a set; of some periods alone where `suffixes` says what stands behind their year. */
export type ObservationRelation = (suffixes: readonly string[] | null) => string;

/**
 * Reads a stored set through a session. `relation`: observations with the `year` that each lies in, as `unfolded` gives them; those of the
 * periods that are not asked for may stand among them.
 */
export function observationStore(
  session: Pick<RecordSession, 'rows'>,
  relation: string | ObservationRelation,
): ObservationStore {
  const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
  const within = (suffixes: readonly string[] | null) => (typeof relation === 'string' ? relation : relation(suffixes));
  return {
    async select({ office, dataset, areas, periods }) {
      if (areas.length === 0 || periods.length === 0) return [];
      const years = [...new Set(periods.map((period) => Number(period.slice(0, 4))))];
      const suffixes = [...new Set(periods.map((period) => period.slice(4)))];
      return await session.rows<StoredObservation>(
        `SELECT office, dataset, area, period, breakdown, statistic, value, n, numerator FROM ${within(suffixes)}
WHERE office = ? AND dataset = ? AND area IN (${marks(areas)}) AND year IN (${marks(years)}) AND period IN (${marks(periods)})`,
        [office, dataset, ...areas, ...years, ...periods],
      );
    },
    async years(office, dataset) {
      const rows = await session.rows<{ year: number }>(
        `SELECT DISTINCT year FROM ${within([''])} WHERE office = ? AND dataset = ? AND length(period) = 4 ORDER BY 1`,
        [office, dataset],
      );
      return rows.map(({ year }) => year);
    },
    async areas(office) {
      const rows = await session.rows<{ area: string }>(
        `SELECT DISTINCT area FROM ${within(null)} WHERE office = ? ORDER BY 1`,
        [office],
      );
      return rows.map(({ area }) => area);
    },
  };
}
