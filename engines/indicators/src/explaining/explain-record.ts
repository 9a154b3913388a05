import { columnsOf, type Expression } from '@zhiheng/expressions';
import { type AreaDirectory, parsePeriod, UserFault } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import { parseRecordDate, parseRecordTest } from '../definition-file/record-expressions.js';
import { datasetsOf } from '../figure/scope.js';
import type { OpeningRequest, OpeningSources } from '../opening/opening-request.js';
import { conditionOf } from '../record/condition.js';
import { ownedInPeriod } from '../record/owned-of.js';
import { recordRelation } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';
import { askedTests, countedPlaces } from './asked-tests.js';
import { conditionTests } from './condition-tests.js';
import { countedColumn, dateTests } from './date-tests.js';
import { measured } from './measured.js';
import { conditionsTest, metConditions } from './met-conditions.js';
import type { ExplainedHolder, RecordExplanation } from './record-explanation.js';
import { listsAsked, type RecordState, readLists } from './record-state.js';
import { scopeTests } from './scope-test.js';
import { sqlAnswer } from './sql-answer.js';

/** A figure, and one record that may count in it. */
export interface ExplainingRequest extends Omit<OpeningRequest, 'leftOut'> {
  readonly id: string;
}

/**
 * Why a record counts in a figure, or which test leaves it out: every test with its answer and the values it looked at, reckoned by
 * the plain evaluator, beside what the SQL of the figure says. Null for a record that the session does not show, or that is none. A
 * figure that asks for names of holders is not explained where names are masked: the answer would tell the names.
 * Throws `area-unknown`, `period-wrong`, `breakdown-wrong`, `usage`, `not-allowed`.
 */
export async function explainRecord(
  request: ExplainingRequest,
  session: RecordSession,
  sources: Omit<OpeningSources, 'total'>,
): Promise<RecordExplanation | null> {
  const { definition, id, period } = request;
  const condition = conditionOf(definition);
  const asks = expressionsOf(definition);
  const lists = listsAsked(asks);
  const named = condition.columns.includes('holder') || lists.includes('holders');
  if (session.scope.personal === 'masked' && named) {
    throw new UserFault('not-allowed', { found: definition.id, expected: 'the right to see names of holders' });
  }
  const owned = ownedInPeriod(definition, parsePeriod(period).to);
  const byOwner = owned !== null && owned.stages !== null;
  const columns = [
    ...['id', 'number', 'title', 'holder', 'area', 'kind', 'office', 'dataset'],
    ...asks.flatMap(columnsOf),
    ...dateColumns(request),
    ...(owned === null ? [] : ['place']),
    ...(byOwner ? ['owner', 'owned_from', 'owned_until'] : []),
  ];
  const [row] = await session.rows<Record<string, string | number | boolean | null>>(
    `SELECT * FROM (\n${recordRelation(columns, owned)}\n) WHERE id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const events = definition.kind === 'stock' && definition.conditions.some((one) => one.events !== null);
  const state: RecordState = {
    ...row,
    lists: await readLists(session, id, events ? [...new Set([...lists, 'events'])] : lists),
  };
  const met = definition.kind === 'stock' ? metConditions(definition, state, parsePeriod(period).to) : [];
  const places = countedPlaces(sources.areas, String(state.place ?? state.area));
  const asked = askedOf(request, sources, sources.areas);
  const record = { office: String(state.office), dataset: String(state.dataset), values: state };
  const tests = [
    ...askedTests(asked, record, places),
    ...conditionTests(definition, state),
    ...scopeTests(definition, state, sources.areas),
    ...dateTests(request, state),
    ...conditionsTest(met),
  ];
  const failed = tests.find(({ holds }) => holds !== true);
  const plain = { admitted: failed === undefined, leftOutBy: failed?.leavesOutBy ?? null };
  const text = (name: string) => {
    const value = state[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    indicator: definition.id,
    id,
    number: String(state.number),
    title: text('title'),
    holder: text('holder'),
    kind: String(state.kind),
    ...plain,
    tests,
    countedOn: text(countedColumn(request)),
    countsIn: places,
    holders: await holdersOf(session, id),
    owner: byOwner ? { name: text('owner'), from: text('owned_from'), until: text('owned_until') } : null,
    conditions: met,
    measure: definition.kind === 'duration' ? measured(definition, state) : null,
    sql: await sqlAnswer(request, session, sources, { ...plain, tests }),
  };
}

/** Everything that a definition asks of one record in the language of definitions. */
function expressionsOf(definition: ComputedDefinition): Expression[] {
  const { where, parameters } = definition;
  const conditions = definition.kind === 'stock' ? definition.conditions : [];
  const inConditions = conditions.flatMap(({ where: test, dates }) => [
    ...(test === null ? [] : [parseRecordTest(test, parameters)]),
    ...[dates?.from, dates?.until].flatMap((day) => (day == null ? [] : [parseRecordDate(day, parameters)])),
  ]);
  return [parseRecordTest(where, parameters), ...inConditions];
}

function askedOf(
  request: ExplainingRequest,
  { office: own, holdings }: Omit<OpeningSources, 'total'>,
  areas: AreaDirectory,
) {
  const office = request.office ?? own;
  const [dataset = 'real'] = datasetsOf(request.dataset, office, holdings);
  const parts = (request.by ?? '').split(',').filter((part) => part !== '');
  return {
    office,
    dataset,
    area: areas.get(request.area).code,
    part: Object.fromEntries(parts.map((part) => part.split('=', 2) as [string, string])),
  };
}

function dateColumns({ definition }: ExplainingRequest): string[] {
  switch (definition.kind) {
    case 'flow':
      return [definition.date];
    case 'stock':
      return [definition.starts, definition.ends];
    case 'duration':
      return [definition.clock.start, definition.clock.end];
  }
}

async function holdersOf(session: RecordSession, id: string): Promise<ExplainedHolder[]> {
  return session.rows<{ position: number; name: string | null; area: string }>(
    `SELECT position, name, coalesce(area, 'XX') AS area FROM patent_holders WHERE id = $1 ORDER BY position`,
    [id],
  );
}
