import { UserFault } from '@zhiheng/vocabulary';
import { readBreakdown } from '../figure/breakdown.js';
import { datasetsOf } from '../figure/scope.js';
import { registerAreaMembership } from '../record/area-membership.js';
import { conditionOf } from '../record/condition.js';
import type { RecordSession } from '../session.js';
import { admissionOf } from './admission-tests.js';
import type { OpenedRecord, OpenedRecords } from './opened-record.js';
import type { OpeningPage, OpeningRequest, OpeningSources } from './opening-request.js';
import { type OpeningScope, rowsSql, totalSql } from './opening-sql.js';

const usualLimit = 50;

/**
 * The records that a figure counts, or with `leftOut` those beside them that it does not, a page by id. The tests are
 * those of the figure, so `total` is the figure; of a duration it is `n`.
 * Throws `area-unknown`, `period-wrong`, `breakdown-wrong`, `usage`.
 */
export async function openRecords(
  request: OpeningRequest,
  session: RecordSession,
  sources: OpeningSources,
  { after = null, limit = usualLimit }: OpeningPage = {},
): Promise<OpenedRecords> {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new UserFault('usage', { values: { what: 'a limit is a whole number, 0 or more' }, found: String(limit) });
  }
  const opening = await prepare(request, session, sources);
  const [counted] = await session.rows<{ total: number }>(opening.totalSql);
  const total = counted?.total ?? 0;
  const found = await session.rows<OpenedRecord>(`${opening.rowsSql(after)}\nLIMIT ${limit + 1}`);
  const rows = found.slice(0, limit);
  return {
    total,
    visible: total,
    withheldByRight: 0,
    rows: rows.map((row) => ({ ...row, admittedBy: opening.admittedBy })),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    publication: null,
  };
}

/**
 * The SQL of all the records of a figure, by id, for writing them out without holding them: columns as in
 * `OpenedRecord` but `admittedBy`. It reads the table `area_membership`, which the session has once this resolves.
 */
export async function openRecordsSql(
  request: OpeningRequest,
  session: RecordSession,
  sources: OpeningSources,
): Promise<string> {
  return (await prepare(request, session, sources)).rowsSql(null);
}

async function prepare(request: OpeningRequest, session: RecordSession, sources: OpeningSources) {
  const { definition, leftOut = false } = request;
  const condition = conditionOf(definition);
  const admission = admissionOf(request, condition);
  const scope = scopeOf(request, sources);
  await registerAreaMembership(session, sources.areas);
  return {
    totalSql: totalSql(definition, condition, admission, scope, { leftOut }),
    rowsSql: (after: string | null) => rowsSql(definition, condition, admission, scope, { leftOut, after }),
    admittedBy: leftOut ? [] : admission.tests.flatMap(({ admitsBy }) => admitsBy ?? []),
  };
}

function scopeOf(request: OpeningRequest, sources: OpeningSources): OpeningScope {
  const wish = readBreakdown(request.by, request.definition);
  if (wish.parts === 'every-kind') {
    throw new UserFault('breakdown-wrong', { found: String(request.by), expected: 'one part, such as kind=invention' });
  }
  const office = request.office ?? sources.office;
  const [dataset = 'real'] = datasetsOf(request.dataset, office, sources.holdings);
  return {
    office,
    dataset,
    area: sources.areas.get(request.area).code,
    kind: wish.parts === 'one-kind' ? wish.kind : null,
  };
}
