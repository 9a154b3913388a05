import { parsePeriod, UserFault } from '@zhiheng/vocabulary';
import { datesOf } from '../admission/admission-plan.js';
import type { TagSource } from '../classification/tag-source.js';
import { isShared } from '../definition.js';
import { concordanceOf } from '../dimensions.js';
import { readPart } from '../figure/breakdown.js';
import { datasetsOf } from '../figure/scope.js';
import type { OpeningRequest, OpeningSources } from '../opening/opening-request.js';
import { valuesOf } from '../opening/opening-sql.js';
import { withholdsRecords } from '../opening/withholds-records.js';
import { bridgeOf, singleDimensions } from '../record/bridges.js';
import { expressionsOf } from '../record/definition-expressions.js';
import { ownedInPeriod } from '../record/owned-of.js';
import type { RecordSession } from '../session.js';
import { sessionFor } from '../tables/table-session.js';
import { type Asked, askedTests, countedPlaces, shareOf } from './asked-tests.js';
import { conditionTests } from './condition-tests.js';
import { countedColumn, dateTests } from './date-tests.js';
import { measured } from './measured.js';
import { conditionsTest, metConditions } from './met-conditions.js';
import type { ExplainedHolder, ExplainedTest, RecordExplanation } from './record-explanation.js';
import { readState } from './record-state.js';
import { scopeTests } from './scope-test.js';
import { sqlAnswer } from './sql-answer.js';
import { followedCase, survivalTests } from './survival-tests.js';

/** A figure, and one record that may count in it. */
export interface ExplainingRequest extends Omit<OpeningRequest, 'leftOut'> {
  readonly id: string;
}

/** What explaining rests on: what opening does, and what tells the codes of a record in concordance tables, where a definition asks for them. */
export interface ExplainingSources extends Omit<OpeningSources, 'total'> {
  readonly tags?: TagSource | null;
}

/**
 * Why a record counts in a figure, or which test leaves it out: every test with its answer and the values it looked at, reckoned by
 * the plain evaluator, beside what the SQL of the figure says. Null for a record that the session does not show, or that is none. A
 * figure that asks for names of holders is not explained where names are masked: the answer would tell the names.
 * Throws `area-unknown`, `period-wrong`, `breakdown-wrong`, `usage`, `not-allowed`.
 */
export async function explainRecord(
  request: ExplainingRequest,
  given: RecordSession,
  sources: ExplainingSources,
): Promise<RecordExplanation | null> {
  const { definition, id } = request;
  const session = sessionFor(definition, given);
  const day = parsePeriod(request.period).to;
  const asked = askedOf(request, sources);
  const owned = ownedInPeriod(definition, day);
  demandNames(request, session);
  const dimensions = Object.keys(asked.part);
  const tables = dimensions.flatMap((name) => concordanceOf(name) ?? []);
  const classes = dimensions.some((name) => ['patent_classes', 'patent_tags'].includes(bridgeOf(name)?.table ?? ''))
    ? ['classes']
    : [];
  const tags = sources.tags ?? null;
  const events = definition.kind === 'stock' && definition.conditions.some((one) => one.events !== null);
  const state = await readState(session, id, expressionsOf(definition), {
    columns: [...datesOf(definition), ...valuesOf(definition), ...singleDimensions, ...dimensions.filter(isColumn)],
    lists: [...classes, ...(events ? ['events'] : [])],
    owned,
    tags,
    tables,
  });
  if (state === null) return null;
  const met = definition.kind === 'stock' ? metConditions(definition, state, day) : [];
  const place = String(state.place ?? state.area);
  const places = countedPlaces(sources.areas, place);
  const survival = survivalTests(request, state);
  const cohort = [
    ...askedTests(asked, state, places, met),
    ...(survival?.condition ?? conditionTests(definition, state)),
    ...scopeTests(definition, state, sources.areas),
    ...(survival?.dates ?? dateTests(request, state)),
    ...conditionsTest(met, day),
  ];
  const ended = [...cohort, ...(survival?.ended ?? [])];
  const tests = request.part === 'numerator' ? ended : cohort;
  const plain = plainAnswer(tests);
  const isFollowed = survival !== null && plainAnswer(cohort).admitted;
  const share = isShared(definition) && plain.admitted ? shareOf(sources.areas, place, asked.area) : null;
  const sql = await sqlAnswer(request, given, sources, { ...plain, share });
  const atEnd = isFollowed
    ? await sqlAnswer({ ...request, part: 'numerator' }, given, sources, { ...plainAnswer(ended), share: null })
    : sql;
  const text = (name: string) => {
    const value = state[name];
    return typeof value === 'string' ? value : null;
  };
  const byOwner = owned !== null && owned.stages !== null;
  return {
    ...{ indicator: definition.id, id, number: String(state.number), kind: String(state.kind) },
    ...{ title: text('title'), holder: text('holder') },
    ...plain,
    countedOn: text(countedColumn(request)),
    countsIn: places,
    share,
    holders: await holdersOf(session, id),
    owner: byOwner ? { name: text('owner'), from: text('owned_from'), until: text('owned_until') } : null,
    conditions: met,
    measure: definition.kind === 'duration' ? measured(definition, state) : null,
    followed: isFollowed && definition.kind === 'duration' ? followedCase(definition, survival, state) : null,
    sql: { ...sql, agrees: sql.agrees && atEnd.agrees },
  };
}

/** Dimensions that stand among the columns of some records alone. */
const isColumn = (dimension: string) => dimension === 'agency' || dimension === 'industry';

function plainAnswer(tests: readonly ExplainedTest[]) {
  const failed = tests.find(({ holds }) => holds !== true);
  return { admitted: failed === undefined, leftOutBy: failed?.leavesOutBy ?? null, tests };
}

/** Refuses where an answer would tell masked names. */
function demandNames({ definition }: ExplainingRequest, { scope }: RecordSession): void {
  if (withholdsRecords(definition, scope)) {
    throw new UserFault('not-allowed', { found: definition.id, expected: 'the right to see names of holders' });
  }
}

function askedOf(request: ExplainingRequest, { office: own, holdings, areas }: Omit<OpeningSources, 'total'>): Asked {
  const office = request.office ?? own;
  const [dataset = 'real'] = datasetsOf(request.dataset, office, holdings);
  return { office, dataset, area: areas.get(request.area).code, part: readPart(request.by, request.definition) };
}

async function holdersOf(session: RecordSession, id: string): Promise<ExplainedHolder[]> {
  return session.rows<{ position: number; name: string | null; area: string }>(
    `SELECT position, name, coalesce(area, 'XX') AS area FROM patent_holders WHERE id = ${session.dialect.text(id)} ORDER BY position`,
  );
}
