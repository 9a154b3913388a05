import { isShared } from '../definition.js';
import { openRecordsSql } from '../opening/open-records.js';
import type { OpeningRequest, OpeningSources } from '../opening/opening-request.js';
import type { RecordSession } from '../session.js';
import type { ExplainedTest, RecordExplanation } from './record-explanation.js';

/** What the plain evaluator says of the same record. */
interface PlainAnswer {
  readonly admitted: boolean;
  readonly leftOutBy: string | null;
  readonly tests: readonly ExplainedTest[];
  /** How much of the record counts; null where it is no shared one, or does not count. */
  readonly share: number | null;
}

/**
 * What the SQL that opens the figure says of one record, and whether the plain evaluator says the same. A record of another office,
 * dataset, area or part stands neither among those that count nor among those left out.
 */
export async function sqlAnswer(
  request: OpeningRequest & { readonly id: string },
  session: RecordSession,
  sources: Omit<OpeningSources, 'total'>,
  plain: PlainAnswer,
): Promise<RecordExplanation['sql']> {
  const found = async (leftOut: boolean) => {
    const sql = await openRecordsSql({ ...request, leftOut }, session, sources);
    const share = isShared(request.definition) ? ', share' : '';
    const [row] = await session.rows<{ leftOutBy: string | null; share?: number | null }>(
      `SELECT "leftOutBy"${share} FROM (\n${sql}\n) AS opened WHERE id = ${session.dialect.text(request.id)}`,
    );
    return row ?? null;
  };
  const counted = await found(false);
  const admitted = counted !== null;
  const leftOut = admitted ? null : await found(true);
  const leftOutBy = leftOut?.leftOutBy ?? null;
  return {
    admitted,
    leftOutBy,
    agrees: agree({ admitted, leftOutBy, asked: admitted || leftOut !== null, share: counted?.share ?? null }, plain),
  };
}

/** `asked`: the SQL finds the record among those that the figure looks at. */
function agree(
  sql: {
    readonly admitted: boolean;
    readonly leftOutBy: string | null;
    readonly asked: boolean;
    readonly share: number | null;
  },
  plain: PlainAnswer,
): boolean {
  const asked = plain.tests.every(({ source, holds }) => source !== 'asked' || holds === true);
  if (sql.admitted !== plain.admitted || sql.asked !== asked) return false;
  if (!sameShare(sql.share, plain.share)) return false;
  return sql.leftOutBy === null || sql.leftOutBy === plain.leftOutBy;
}

/** Parts of a whole are told to ten digits. */
function sameShare(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-10;
}
