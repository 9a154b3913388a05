import { type AreaDirectory, parsePeriod, UserFault } from '@zhiheng/vocabulary';
import { datasetsOf } from '../figure/scope.js';
import type { OpeningRequest, OpeningSources } from '../opening/opening-request.js';
import { conditionOf } from '../record/condition.js';
import { ownedInPeriod } from '../record/owned-of.js';
import { recordRelation } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';
import { askedTests, countedPlaces } from './asked-tests.js';
import { conditionTests, type RecordState } from './condition-tests.js';
import { countedColumn, dateTests } from './date-tests.js';
import { measured } from './measured.js';
import type { ExplainedHolder, RecordExplanation } from './record-explanation.js';
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
  if (session.scope.personal === 'masked' && condition.columns.includes('holder')) {
    throw new UserFault('not-allowed', { found: definition.id, expected: 'the right to see names of holders' });
  }
  const owned = ownedInPeriod(definition, parsePeriod(period).to);
  const byOwner = owned !== null && owned.stages !== null;
  const columns = [
    ...['id', 'number', 'title', 'holder', 'area', 'kind', 'office', 'dataset'],
    ...condition.columns,
    ...dateColumns(request),
    ...(owned === null ? [] : ['place']),
    ...(byOwner ? ['owner', 'owned_from', 'owned_until'] : []),
  ];
  const [state] = await session.rows<RecordState>(
    `SELECT * FROM (\n${recordRelation(columns, owned)}\n) WHERE id = $1`,
    [id],
  );
  if (state === undefined) return null;
  const places = countedPlaces(sources.areas, String(state.place ?? state.area));
  const asked = askedOf(request, sources, sources.areas);
  const record = { office: String(state.office), dataset: String(state.dataset), values: state };
  const tests = [
    ...askedTests(asked, record, places),
    ...conditionTests(definition, state),
    ...dateTests(request, state),
  ];
  const failed = tests.find(({ holds }) => holds !== true);
  const plain = { admitted: failed === undefined, leftOutBy: failed?.leavesOutBy ?? null };
  const text = (name: string) => (typeof state[name] === 'string' ? state[name] : null);
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
    conditions: [],
    measure: definition.kind === 'duration' ? measured(definition, state) : null,
    sql: await sqlAnswer(request, session, sources, { ...plain, tests }),
  };
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
