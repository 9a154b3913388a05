import { UserFault, units } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import type { ComputedDefinition } from '../definition.js';
import { itself } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { cellGroups, cellsSql } from './cell-groups.js';
import { changedSets } from './changed-sets.js';
import { registerConditions } from './condition-values.js';
import { type FigureSet, monthSpan, type SetGround, type SetScope, setOf } from './figure-set.js';
import { numberParties } from './numbered-parties.js';
import { type Request, requestsOf } from './request.js';
import { formOf } from './set-form.js';
import { definitionsOf, keptOf, mediansOf, placesOf, readTables, rowsOf } from './set-rows.js';
import type { KeptCells } from './set-sql.js';
import { type MonthSpan, registerSpans } from './spans.js';
import { requestsWithCells } from './with-cells.js';

/** The sets of all definitions of a plan one at a time: the SQL of each holds until the next is asked for. */
export async function* figureSets(
  plan: AdmissionPlan,
  session: RecordSession,
  scope: SetScope,
): AsyncGenerator<FigureSet> {
  for await (const sets of figureSetsTogether(plan, session, scope)) yield* sets;
}

/**
 * The sets of all definitions of a plan, over the relation `admission` of the session: cells first, each once for all definitions that share
 * them, then the sets, sorted. Those that come together can be asked at once; their SQL holds until the next are asked for. The columns of a set are those of its form.
 */
export async function* figureSetsTogether(
  plan: AdmissionPlan,
  session: RecordSession,
  scope: SetScope,
): AsyncGenerator<readonly FigureSet[]> {
  for (const { definition } of plan.definitions) checkUnit(definition);
  const months = monthSpan(scope);
  await registerSpans(session);
  await registerYears(session, months);
  await registerConditions(session, plan.definitions);
  const ground = { plan, session, scope, months };
  const requests = plan.definitions.flatMap((planned) =>
    requestsOf(planned, scope.combinations ?? planned.definition.breakdowns),
  );
  if (scope.changed === undefined) yield* wholeSets(ground, requests);
  else yield* changedSets(ground, requests, scope.changed);
}

/** Sets out of all rows of the admission. */
async function* wholeSets(ground: SetGround, requests: readonly Request[]): AsyncGenerator<readonly FigureSet[]> {
  const { plan, session, scope, months } = ground;
  const { onStep = () => {} } = scope;
  await placesOf(ground, [readTables(requests, itself)]);
  if (requests.some(({ planned }) => formOf(planned.definition).endsWith('-of-holders'))) await numberParties(session);
  const groups = cellGroups(requests);
  const cells = new Map<Request, KeptCells>();
  for (const [done, group] of groups.entries()) {
    onStep({ stage: 'cells', done, total: groups.length });
    await session.keep(group.name, cellsSql(group, plan, months));
    for (const request of group.requests) cells.set(request, keptOf(group, null));
  }
  const counted = await requestsWithCells(session, cells);
  const definitions = definitionsOf(requests);
  for (const [done, definition] of definitions.entries()) {
    onStep({ stage: 'figures', done, total: definitions.length });
    const parts: string[] = [];
    for (const [request, kept] of cells) {
      if (request.planned.definition !== definition) continue;
      const own = counted.has(request) ? kept : null;
      parts.push(...(await rowsOf(ground, request, own, '')));
      if (definition.kind === 'duration') parts.push(...(await mediansOf(ground, request, own, null, '')));
    }
    yield [setOf(definition, parts, { is: 'whole' })];
  }
}

async function registerYears(session: RecordSession, { first, last }: MonthSpan): Promise<void> {
  const from = Math.floor(first / 12) - 1;
  const years = Array.from({ length: Math.floor(last / 12) - from + 1 }, (_, index) => [from + index]);
  await session.registerTable('stock_year', { year: 'integer' }, years);
}

function checkUnit(definition: ComputedDefinition): void {
  const counted = definition.kind !== 'duration' && definition.count === 'holders';
  const right = definition.kind === 'duration' ? 'months' : units[definition.unit].base;
  if (definition.unit === right || counted) return;
  throw new UserFault('definition-wrong', {
    place: { path: definition.file, field: 'unit' },
    found: definition.unit,
    expected: right,
    values: { what: 'this is not a unit in which figures are computed from records' },
  });
}
