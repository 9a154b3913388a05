import { measureOf } from '../compute/measure.js';
import type { DurationDefinition, MonthConvention } from '../definition.js';
import type { RecordSession } from '../session.js';
import { openRecordsSql } from './open-records.js';
import type { OpeningRequest, OpeningSources } from './opening-request.js';

/** Every length of time that a duration is made of, and how many records took so long. */
export interface DurationMultiset {
  readonly convention: MonthConvention;
  /** A month in the unit of `measure`: 1, or the days of a month. */
  readonly perMonth: number;
  /** By `measure`, a whole number. */
  readonly lengths: readonly { readonly measure: number; readonly n: number }[];
}

/** The lengths behind a duration, from the shortest: of the records that `openRecords` opens for the same request. */
export async function durationMultiset(
  request: OpeningRequest & { readonly definition: DurationDefinition },
  session: RecordSession,
  sources: Omit<OpeningSources, 'total'>,
): Promise<DurationMultiset> {
  const { start, end, convention } = request.definition.clock;
  const measure = measureOf(convention);
  const sql = await openRecordsSql(request, session, sources);
  const lengths = await session.rows<{ measure: number; n: number }>(
    `SELECT measure, count(*) AS n FROM (
SELECT ${measure.sql(start, end, session.dialect)} AS measure FROM (
${sql}
) AS opened
) AS measured GROUP BY measure ORDER BY measure`,
  );
  return { convention, perMonth: measure.perMonth, lengths };
}
