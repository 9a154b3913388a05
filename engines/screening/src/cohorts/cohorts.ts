import type { Day } from '@zhiheng/vocabulary';
import type { ScreenedSession } from '../screened-session.js';
import { type Baseline, type BaselineBook, baselineMethod, medianAndSpread } from './baseline.js';
import { claimFeatures, type Feature, features, textFeatures } from './features.js';
import { quarterName, quarterOf } from './quarter.js';

/** An application as it is measured: what it lacks is null. */
export interface Measured {
  readonly id: string;
  readonly filed: Day;
  readonly field: string | null;
  readonly values: Readonly<Record<Feature, number | null>>;
}

/** Quarters that a cohort is told by. */
const quartersOfCohort = 4;

/** Texts shorter than this are not measured as texts. */
const leastCharacters = 40;

/** The measured applications of a release and what is usual among them. A baseline that was frozen before is taken as it was. */
export class Cohorts {
  readonly measured: readonly Measured[];
  readonly #frozen: Map<string, Baseline>;
  readonly #byField = new Map<string, Map<number, Measured[]>>();
  readonly #release: string;

  constructor(measured: readonly Measured[], release: string, before: BaselineBook | null) {
    this.measured = measured;
    this.#release = release;
    const taken = before?.method === baselineMethod ? before.baselines : [];
    this.#frozen = new Map(taken.map((one) => [keyOf(one.feature, one.field, one.quarter), one]));
    for (const one of measured) {
      if (one.field === null) continue;
      const quarters = this.#byField.get(one.field) ?? new Map<number, Measured[]>();
      this.#byField.set(one.field, quarters);
      const quarter = quarterOf(one.filed);
      const list = quarters.get(quarter);
      if (list === undefined) quarters.set(quarter, [one]);
      else list.push(one);
    }
  }

  /** Every baseline that was frozen so far, in the order of their keys. */
  get book(): BaselineBook {
    const baselines = [...this.#frozen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, baseline]) => baseline);
    return { format: 'zhiheng-baselines/1', method: baselineMethod, baselines };
  }

  /** The measured applications by field and quarter; those without a field together. */
  *byQuarter(): Generator<{
    readonly field: string | null;
    readonly quarter: number;
    readonly members: readonly Measured[];
  }> {
    const fieldless = this.measured.filter(({ field }) => field === null);
    if (fieldless.length > 0) yield { field: null, quarter: 0, members: fieldless };
    for (const [field, quarters] of this.#byField)
      for (const [quarter, members] of quarters) yield { field, quarter, members };
  }

  /** What is usual for a feature among those that the applications of a field and a quarter are compared with; null where they are less than `least`. */
  baselineOf(feature: Feature, field: string | null, quarter: number, least: number): Baseline | null {
    const baseline = field === null ? null : this.#baseline(feature, field, quarter);
    return baseline === null || baseline.size < least ? null : baseline;
  }

  #baseline(feature: Feature, field: string, quarter: number): Baseline | null {
    const key = keyOf(feature, field, quarter);
    const known = this.#frozen.get(key);
    if (known !== undefined) return known;
    const quarters = this.#byField.get(field);
    const values: number[] = [];
    for (let before = quarter - quartersOfCohort; before < quarter; before += 1) {
      for (const { values: told } of quarters?.get(before) ?? []) {
        const value = told[feature];
        if (value !== null) values.push(value);
      }
    }
    if (values.length === 0) return null;
    const made = { feature, field, quarter, size: values.length, ...medianAndSpread(values, features[feature]) };
    const baseline = { ...made, frozenBy: this.#release };
    this.#frozen.set(key, baseline);
    return baseline;
  }
}

/** Columns of a table of what was measured in texts, by the feature that they hold. */
const columnOf = {
  unusual: 'unusual',
  grammar: 'grammar',
  repetition: 'repetition',
  'claim-length': 'claim_length',
  'claim-features': 'claim_features',
} as const satisfies Partial<Record<Feature, string>>;
export type TextFeature = keyof typeof columnOf;
export const textFeatureColumns = Object.entries(columnOf) as [TextFeature, string][];

/**
 * Measures every application of `screened`.
 *
 * @param measured name of a table of the session with what `measureTexts` gives, by `id`; null: texts are measured here
 */
export async function measureApplications(session: ScreenedSession, measured: string | null): Promise<Measured[]> {
  return measured === null ? measuredHere(session) : measuredBefore(session, measured);
}

async function measuredHere(session: ScreenedSession): Promise<Measured[]> {
  const rows = session.stream<ApplicationRow & { abstract: string | null; claim: string | null }>(
    `SELECT ${applicationSql}, t.abstract, t.first_claim AS claim FROM screened AS s LEFT JOIN patent_texts AS t ON t.id = s.id`,
  );
  const measured: Measured[] = [];
  for await (const batch of rows)
    for (const { abstract, claim, ...row } of batch) measured.push(measuredOf(row, measureTexts(abstract, claim)));
  return measured;
}

async function measuredBefore(session: ScreenedSession, table: string): Promise<Measured[]> {
  const columns = textFeatureColumns.map(([feature, column]) => `m.${column} AS "${feature}"`);
  const rows = session.stream<ApplicationRow & Record<TextFeature, number | null>>(
    `SELECT ${applicationSql}, ${columns.join(', ')} FROM screened AS s LEFT JOIN ${table} AS m ON m.id = s.id`,
  );
  const measured: Measured[] = [];
  for await (const batch of rows) for (const row of batch) measured.push(measuredOf(row, row));
  return measured;
}

const applicationSql = 's.id, s.filed_on AS filed, s.field, s.claim_count AS claims';

interface ApplicationRow {
  readonly id: string;
  readonly filed: Day;
  readonly field: string | null;
  readonly claims: number | null;
}

/** What is measured of the texts of one application: of its abstract, of its claim where that is too short; and of the claim as such. */
export function measureTexts(abstract: string | null, claim: string | null): Record<TextFeature, number | null> {
  const text = textFeatures(abstract, leastCharacters) ?? textFeatures(claim, leastCharacters);
  return { ...(text ?? { unusual: null, grammar: null, repetition: null }), ...claimFeatures(claim) };
}

function measuredOf({ id, filed, field, claims }: ApplicationRow, told: Record<TextFeature, number | null>): Measured {
  const { unusual, grammar, repetition } = told;
  const [length, parts] = [told['claim-length'], told['claim-features']];
  const ofClaims = { 'claim-length': length, 'claim-features': parts, 'claim-count': claims };
  return { id, filed, field, values: { unusual, grammar, repetition, ...ofClaims } };
}

function keyOf(feature: Feature, field: string, quarter: number): string {
  return `${feature} ${field} ${quarterName(quarter)}`;
}
