import { OwnFault, parsePeriod, seesEverything, UserFault } from '@zhiheng/vocabulary';
import { readPart } from '../figure/breakdown.js';
import { datasetsOf } from '../figure/scope.js';
import { registerAreaMembership } from '../record/area-membership.js';
import { type Condition, conditionOf } from '../record/condition.js';
import { ownedInPeriod } from '../record/owned-of.js';
import type { RecordSession } from '../session.js';
import { admissionOf } from './admission-tests.js';
import type { OpenedRecord, OpenedRecords } from './opened-record.js';
import type { OpeningPage, OpeningRequest, OpeningSources } from './opening-request.js';
import { type OpeningScope, rowsSql, totalSql } from './opening-sql.js';

const usualLimit = 50;

/**
 * The records that a figure counts, or with `leftOut` those beside them that it does not, a page by id, as far as the scope
 * of the session shows them. The tests are those of the figure, so `total` is the figure; of a duration it is `n`. A figure
 * that asks for names of holders shows no records where names are masked: which of them count would tell the names.
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
  const visible = await counted(session, opening.totalSql);
  const total = seesEverything(session.scope) ? visible : sources.total;
  if (total === undefined)
    throw new OwnFault('records of a part of the office are opened beside the count of the whole');
  const found = await session.rows<OpenedRecord>(`${opening.rowsSql(after)}\nLIMIT ${limit + 1}`);
  const rows = found.slice(0, limit);
  return {
    total,
    visible,
    withheldByRight: total - visible,
    rows: rows.map((row) => ({ ...row, admittedBy: opening.admittedBy })),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    publication: null,
  };
}

/** How many records of the whole office `openRecords` opens: the session sees everything. */
export async function countRecords(
  request: OpeningRequest,
  session: RecordSession,
  sources: OpeningSources,
): Promise<number> {
  if (!seesEverything(session.scope)) throw new OwnFault('the whole office is counted in a session that sees it');
  return counted(session, (await prepare(request, session, sources)).totalSql);
}

/**
 * The SQL of all the records of a figure that the session shows, by id, for writing them out without holding them: columns as in
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
  const owned = ownedInPeriod(definition, parsePeriod(request.period).to);
  const condition = conditionOf(definition);
  const admission = admissionOf(request, condition);
  const scope = scopeOf(request, sources);
  const withheld = session.scope.personal === 'masked' && asksForHolders(condition);
  await registerAreaMembership(session, sources.areas, definition.attribution);
  const ground = { definition, condition, admission, owned, scope };
  return {
    totalSql: totalSql(ground, { leftOut, withheld }),
    rowsSql: (after: string | null) => rowsSql(ground, { leftOut, after, withheld }),
    admittedBy: leftOut ? [] : admission.tests.flatMap(({ admitsBy }) => admitsBy ?? []),
  };
}

/** True when a condition rests on a column that masked sessions do not show as it is. */
function asksForHolders(condition: Condition): boolean {
  return condition.columns.includes('holder');
}

async function counted(session: RecordSession, sql: string): Promise<number> {
  const [row] = await session.rows<{ total: number }>(sql);
  if (row === undefined) throw new OwnFault('a count gave no row');
  return row.total;
}

function scopeOf(request: OpeningRequest, sources: OpeningSources): OpeningScope {
  const { kind = null, ...others } = readPart(request.by, request.definition);
  if (Object.keys(others).length > 0) {
    throw new UserFault('breakdown-wrong', { found: String(request.by), expected: 'one kind, such as kind=invention' });
  }
  const office = request.office ?? sources.office;
  const [dataset = 'real'] = datasetsOf(request.dataset, office, sources.holdings);
  return {
    office,
    dataset,
    area: sources.areas.get(request.area).code,
    kind,
  };
}
