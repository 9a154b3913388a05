import type { Place } from '@zhiheng/vocabulary';
import type { OpenedRecord } from '../opening/opened-record.js';

/** A value that a test looked at; of a list, the rows of it that the test asks for. */
export type SeenValue = string | number | boolean | null | readonly Readonly<Record<string, unknown>>[];

/**
 * Where a test comes from: what was asked for (office, dataset, area, part), the scope of the definition, its condition, its dates,
 * or the intervals of a stock's conditions.
 */
export type TestSource = 'asked' | 'scope' | 'condition' | 'dates' | 'intervals';

/** One test on the way into a figure, as this record meets it. */
export interface ExplainedTest {
  readonly source: TestSource;
  /** The test in the form in which it holds. */
  readonly text: string;
  /** What is said of records that it leaves out. */
  readonly leavesOutBy: string;
  /** Where it stands in the condition; null for what the definition says elsewhere. */
  readonly place: Place | null;
  /** Null where a value that is not known leaves it open; then it leaves out. */
  readonly holds: boolean | null;
  /** By the names of columns and lists. */
  readonly values: Readonly<Record<string, SeenValue>>;
  /** The single tests of one that joins several by `or` or `not`; empty for a single one. */
  readonly parts: readonly {
    readonly text: string;
    readonly place: Place | null;
    readonly holds: boolean | null;
    readonly values: Readonly<Record<string, SeenValue>>;
  }[];
}

/** An area that a record counts in, and the wider ones around it. */
export interface CountedPlace {
  readonly area: string;
  /** Areas that hold it, itself first. */
  readonly within: readonly string[];
}

/** Who holds a record, by position; names as the session shows them. */
export interface ExplainedHolder {
  readonly position: number;
  readonly name: string | null;
  readonly area: string;
}

/** One interval in which a record meets a condition of a stock. */
export interface MetCondition {
  readonly id: string;
  /** Whether it holds on the last day of the period. */
  readonly holds: boolean;
  /** First day, and first day no more (null: still), of each interval. */
  readonly intervals: readonly { readonly from: string; readonly until: string | null }[];
}

/** How a survival median looks at one record of its cohort. */
export interface FollowedCase {
  /** The days between which the cases of the cohort began; none is followed beyond the last. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The day up to which the record is followed. */
  readonly until: string;
  /** `ended` as the figure asks, on that day; censored there: it `left` by another end, or was still `open`. */
  readonly outcome: 'ended' | 'left' | 'open';
  /** From its start until that day, as a whole number and in months. */
  readonly value: number;
  readonly months: number;
}

/** Why one record counts in a figure, or does not. */
export interface RecordExplanation extends Pick<OpenedRecord, 'id' | 'number' | 'title' | 'holder' | 'kind'> {
  readonly indicator: string;
  readonly admitted: boolean;
  /** The first test that left the record out; null for an admitted one. */
  readonly leftOutBy: string | null;
  readonly tests: readonly ExplainedTest[];
  /** The date that counts; null where the record has none. */
  readonly countedOn: string | null;
  readonly countsIn: readonly CountedPlace[];
  /** Where holders share a record: how much of it counts in the area; null for other figures, and for a record that is left out. */
  readonly share: number | null;
  /** The holders as filed. */
  readonly holders: readonly ExplainedHolder[];
  /** The owner of the day that counts, where a definition asks for owners; null where the holders as filed count. */
  readonly owner: { readonly name: string | null; readonly from: string | null; readonly until: string | null } | null;
  /** The conditions of a stock; empty for other kinds, and for a stock without. */
  readonly conditions: readonly MetCondition[];
  /** Of a duration: the whole number that is measured, and in months; null for other kinds and where a date is missing. */
  readonly measure: { readonly value: number; readonly months: number } | null;
  /** Of a survival median: how the record is followed; null for other statistics and for what is not in the cohort. */
  readonly followed: FollowedCase | null;
  /** What the figure's own SQL says. `agrees` is false where the two differ: a fault of this software. */
  readonly sql: { readonly admitted: boolean; readonly leftOutBy: string | null; readonly agrees: boolean };
}
