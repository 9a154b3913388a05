import { type AdmissionPlan, datesOf } from '../admission/admission-plan.js';
import { allHold, maskNumbers } from '../admission/masks.js';
import { singleDimensions } from '../record/bridges.js';
import type { MonthNumber } from '../record/months.js';
import type { RecordSession } from '../session.js';
import { inYears } from './cell-groups.js';
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
  const parties = new Map<Request, MovedParties>();
  const tests: string[] = [];
  for (const [index, request] of requests.entries()) {
    const { definition, tests: asked } = request.planned;
    const difference = `party_difference_${index + 1}`;
    const moved = definition.kind === 'stock' ? `moved_party_${index + 1}` : difference;
    if (definition.kind === 'stock') {
      await session.keep(difference, stockDifferences(request, plan, told));
      await session.keep(moved, stockMoves(request, plan, months, told, difference));
      tests.push(`(a.${definition.starts} IS NOT NULL AND ${allHold(asked, plan.dialect)})`);
    } else if (definition.kind === 'flow') {
      await session.keep(difference, flowDifferences(request, plan));
      const years = await session.rows<{ year: number }>(`SELECT DISTINCT year FROM ${difference} ORDER BY year`);
      const inThese = inYears(
        `a.${definition.date}`,
        years.map(({ year }) => year),
      );
      tests.push(`(${[...inThese, allHold(asked, plan.dialect)].join(' AND ')})`);
    }
    parties.set(request, { difference, moved });
  }
  const all = [...parties.values()].map(({ moved }) => `SELECT party FROM ${moved}`);
  await session.keep('moved_party', all.join('\nUNION\n'));
  await session.keep(held('admission'), heldSql(requests, tests));
  return parties;
}

/** Rows of the admission that the parties of `moved_party` hold and that some tests take in, with the number of the party. */
function heldSql(requests: readonly Request[], tests: readonly string[]): string {
  const columns = new Set([
    ...['id', 'office', 'dataset', 'place', 'kind'],
    ...requests.flatMap(({ planned, combinations }) => [
      ...[...datesOf(planned.definition), ...maskNumbers(planned.tests).keys()],
      ...dimensionsIn(combinations).filter((name) => (singleDimensions as readonly string[]).includes(name)),
    ]),
  ]);
  return `SELECT ${[...columns].map((name) => `a.${name}`).join(', ')}, holder.party
FROM admission AS a
JOIN (
  SELECT told.id, named.number AS party
  FROM admission_party AS told JOIN party_number AS named ON named.party = told.party
  WHERE named.number IN (SELECT party FROM moved_party)
) AS holder ON holder.id = a.id
WHERE ${tests.join(' OR ')}`;
}
