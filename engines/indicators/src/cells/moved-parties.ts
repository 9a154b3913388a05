import { OwnFault } from '@zhiheng/vocabulary';
import { type AdmissionPlan, datesOf } from '../admission/admission-plan.js';
import { allHold, maskNumbers } from '../admission/masks.js';
import { singleDimensions } from '../record/bridges.js';
import { firstDaySql, type MonthNumber, monthNumberSql } from '../record/months.js';
import type { TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { inYears } from './cell-groups.js';
import { earlier, now } from './changed-sides.js';
import { flowDifferences } from './holder-flow-rows.js';
import { stockDifferences, stockMoves } from './holder-stock-rows.js';
import { held } from './numbered-parties.js';
import { dimensionsIn, type Request } from './request.js';
import type { MonthSpan } from './spans.js';

/** Relations of what differs of the parties of a request, and, of a stock, of the parties that move and when they first do. */
export interface MovedParties {
  readonly difference: string;
  readonly moved: string;
}

/**
 * Keeps what differs of parties between both sides of changed records, and as `held` names it what these parties hold of what each request
 * counts. `told`: the last month that stocks were told to before.
 */
export async function keepMovedParties(
  session: RecordSession,
  requests: readonly Request[],
  plan: AdmissionPlan,
  months: MonthSpan,
  told: MonthNumber,
): Promise<Map<Request, MovedParties>> {
  const asked = await Promise.all(
    requests.map((request, index) => movedOf(session, request, index + 1, plan, months, told)),
  );
  const looked = asked.map(({ lookedAt }) => lookedAt);
  await session.keep('moved_party', movedSql(looked));
  const sides = [earlier, now].map((tables) => heldSql(requests, looked, tables));
  await session.keep(held('admission'), sides.join('\nUNION ALL\n'));
  return new Map(asked.map(({ request, parties }) => [request, parties]));
}

/** Keeps what differs of the parties of one request, the `number`th; which rows are looked at for them. */
async function movedOf(
  session: RecordSession,
  request: Request,
  number: number,
  plan: AdmissionPlan,
  months: MonthSpan,
  told: MonthNumber,
): Promise<{ readonly request: Request; readonly parties: MovedParties; readonly lookedAt: LookedAt }> {
  const { definition, tests: asked } = request.planned;
  const difference = `party_difference_${number}`;
  const tests = [allHold(asked, plan.dialect)];
  if (definition.kind === 'flow') {
    await session.keep(difference, flowDifferences(request, plan));
    const rows = await session.rows<{ year: number }>(`SELECT DISTINCT year FROM ${difference} ORDER BY year`);
    const years = rows.map(({ year }) => year);
    tests.push(...inYears(`a.${definition.date}`, years));
    const lookedAt = { number, relation: difference, month: '0', tests, ofParty: '1 = 1' };
    return { request, parties: { difference, moved: difference }, lookedAt };
  }
  if (definition.kind !== 'stock') throw new OwnFault(`${definition.id} counts no holders`);
  const moved = `moved_party_${number}`;
  await session.keep(difference, stockDifferences(request, plan, told));
  await session.keep(moved, stockMoves(request, plan, months, told, difference));
  const [first] = await session.rows<{ month: number | null }>(`SELECT min(moved_in) AS month FROM ${moved}`);
  const moves = first?.month ?? null;
  const open = (test: string) => `(a.${definition.ends} IS NULL OR ${test})`;
  tests.push(`a.${definition.starts} IS NOT NULL`);
  if (moves !== null) tests.push(open(`a.${definition.ends} >= ${firstDaySql(moves)}`));
  // What ended before the party moved stands in no row of its own, and adds nothing to the one of what was before.
  const ofParty = open(`${monthNumberSql(`a.${definition.ends}`)} >= holder.moved_${number}`);
  const lookedAt = { number, relation: moved, month: 'moved_in', tests: moves === null ? ['1 = 0'] : tests, ofParty };
  return { request, parties: { difference, moved }, lookedAt };
}

/** What is looked at for a request. */
interface LookedAt {
  readonly number: number;
  /** Whose parties move, and SQL of the month in which each does. */
  readonly relation: string;
  readonly month: string;
  /** SQL of the rows of the admission that are counted, and, of the parties that move, which of them. */
  readonly tests: readonly string[];
  readonly ofParty: string;
}

/** A row for each party that moves in any request: its name and number, and the first month for each; null: it does not. */
function movedSql(looked: readonly LookedAt[]): string {
  const each = looked.map(({ number, relation, month }) => {
    const columns = looked.map((one) => `${one.number === number ? month : 'NULL'} AS moved_${one.number}`);
    return `SELECT party, ${columns.join(', ')} FROM ${relation}`;
  });
  const first = looked.map(({ number }) => `CAST(min(moved_${number}) AS INTEGER) AS moved_${number}`);
  return `SELECT named.party AS name, moves.*
FROM (
  SELECT party, ${first.join(', ')}
  FROM (\n${each.join('\nUNION ALL\n')}\n) AS each_request
  GROUP BY party
) AS moves JOIN party_number AS named ON named.number = moves.party`;
}

/**
 * SQL of the rows of the admission that parties which move hold and that a request counts, with the number of the party: of the records that
 * did not change, or of those that did.
 */
function heldSql(requests: readonly Request[], looked: readonly LookedAt[], tables: TableOf): string {
  const columns = new Set([
    ...['id', 'office', 'dataset', 'place', 'kind', 'party'],
    ...requests.flatMap(({ planned, combinations }) => [
      ...[...datesOf(planned.definition), ...maskNumbers(planned.tests).keys()],
      ...dimensionsIn(combinations).filter((name) => (singleDimensions as readonly string[]).includes(name)),
    ]),
  ]);
  const some = (tests: (one: LookedAt) => readonly string[]) =>
    looked.map((one) => `(${tests(one).join(' AND ')})`).join('\n  OR ');
  const counted = [...columns].filter((name) => name !== 'party').map((name) => `a.${name}`);
  const unchanged = tables === now ? '' : '\nANTI JOIN changed ON changed.id = a.id';
  return `SELECT ${counted.join(', ')}, holder.party
FROM (
  SELECT ${[...columns].join(', ')} FROM ${tables('admission')} AS a
  WHERE ${some(({ tests }) => tests)}
) AS a
JOIN moved_party AS holder ON holder.name = a.party${unchanged}
WHERE ${some(({ number, tests, ofParty }) => [`holder.moved_${number} IS NOT NULL`, ...tests, ofParty])}`;
}
