import { spanSql } from '../detectors/pair-facts.js';
import type { RuleSpan } from '../rules/rule.js';
import type { ScreenedSession } from '../screened-session.js';
import { type Baseline, type BaselineBook, baselineMethod, medianAndSpread } from './baseline.js';
import { type Feature, features } from './features.js';
import { featureColumns } from './measured-applications.js';
import { quarterName } from './quarter.js';

/** Quarters that a cohort is told by. */
const quartersOfCohort = 4;
const allFeatures = Object.keys(features) as Feature[];

/** What is usual in one field for the applications of one quarter, as far as enough are there to compare with. */
export interface Usual {
  readonly field: string;
  readonly quarter: number;
  readonly baselines: ReadonlyMap<Feature, Baseline>;
}

/** A field and a quarter, with the features that are asked of them. */
interface Asked {
  readonly field: string;
  readonly quarter: number;
  readonly features: readonly Feature[];
}

/**
 * What is usual among the applications of `measured_application`. A baseline that was frozen before is taken as it was; applications are read
 * where one is missing, and no others.
 */
export class Cohorts {
  readonly #session: ScreenedSession;
  readonly #release: string;
  readonly #frozen: Map<string, Baseline>;
  /** What was measured, by field and quarter; of those that were read. */
  readonly #values = new Map<string, Record<Feature, number[]>>();

  constructor(session: ScreenedSession, release: string, before: BaselineBook | null) {
    this.#session = session;
    this.#release = release;
    const taken = before?.method === baselineMethod ? before.baselines : [];
    this.#frozen = new Map(taken.map((one) => [keyOf(one.feature, one.field, one.quarter), one]));
  }

  /** Every baseline that was frozen so far, in the order of their keys. */
  get book(): BaselineBook {
    const baselines = [...this.#frozen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, baseline]) => baseline);
    return { format: 'zhiheng-baselines/1', method: baselineMethod, baselines };
  }

  /**
   * What is usual for features in every field and quarter in which an application of a span has them, by baselines of at least so many applications. One that no
   * application asks for is not frozen.
   */
  async usualFor(asked: readonly Feature[], span: RuleSpan, least: number): Promise<Usual[]> {
    const counts = asked.map((feature) => `count(s.${featureColumns[feature]}) AS "${feature}"`);
    const rows = await this.#session.rows<{ field: string; quarter: number } & Record<Feature, number>>(
      `SELECT s.field, s.quarter, ${counts.join(', ')} FROM measured_application AS s
       WHERE s.field IS NOT NULL AND ${spanSql(span)} GROUP BY s.field, s.quarter ORDER BY s.field, s.quarter`,
    );
    const groups = rows.map((row): Asked => {
      const { field, quarter } = row;
      return { field, quarter, features: asked.filter((feature) => row[feature] > 0) };
    });
    const isMissing = ({ field, quarter, features: wanted }: Asked) =>
      wanted.some((feature) => !this.#frozen.has(keyOf(feature, field, quarter)));
    await this.#read(groups.filter(isMissing));
    return groups.map(({ field, quarter, features: wanted }) => {
      const found = wanted.flatMap((feature) => {
        const baseline = this.#baseline(feature, field, quarter);
        return baseline === null || baseline.size < least ? [] : [[feature, baseline] as const];
      });
      return { field, quarter, baselines: new Map(found) };
    });
  }

  /** Reads the applications that the cohorts of some fields and quarters are told by. */
  async #read(groups: readonly Asked[]): Promise<void> {
    const sources = new Map<string, readonly [string, number]>();
    for (const { field, quarter } of groups) {
      for (let before = quarter - quartersOfCohort; before < quarter; before += 1) {
        const place = `${field} ${before}`;
        if (!this.#values.has(place)) sources.set(place, [field, before]);
      }
    }
    if (sources.size === 0) return;
    const empty = () =>
      Object.fromEntries(allFeatures.map((feature) => [feature, []])) as unknown as Record<Feature, number[]>;
    for (const place of sources.keys()) this.#values.set(place, empty());
    await this.#session.registerTable('cohort_source', { field: 'text', quarter: 'integer' }, [...sources.values()]);
    const columns = allFeatures.map((feature) => `s.${featureColumns[feature]} AS "${feature}"`);
    const rows = this.#session.stream<{ field: string; quarter: number } & Record<Feature, number | null>>(
      `SELECT s.field, s.quarter, ${columns.join(', ')} FROM measured_application AS s
       JOIN cohort_source AS c ON c.field = s.field AND c.quarter = s.quarter`,
    );
    for await (const batch of rows)
      for (const row of batch) {
        const told = this.#values.get(`${row.field} ${row.quarter}`);
        for (const feature of allFeatures) {
          const value = row[feature];
          if (value !== null) told?.[feature].push(value);
        }
      }
  }

  #baseline(feature: Feature, field: string, quarter: number): Baseline | null {
    const key = keyOf(feature, field, quarter);
    const known = this.#frozen.get(key);
    if (known !== undefined) return known;
    const values: number[] = [];
    for (let before = quarter - quartersOfCohort; before < quarter; before += 1)
      values.push(...(this.#values.get(`${field} ${before}`)?.[feature] ?? []));
    if (values.length === 0) return null;
    const made = { feature, field, quarter, size: values.length, ...medianAndSpread(values, features[feature]) };
    const baseline = { ...made, frozenBy: this.#release };
    this.#frozen.set(key, baseline);
    return baseline;
  }
}

function keyOf(feature: Feature, field: string, quarter: number): string {
  return `${feature} ${field} ${quarterName(quarter)}`;
}
