import type { RecordSession } from '../session.js';
import type { Request } from './request.js';
import { type KeptCells, ownCells } from './set-sql.js';

/** The requests that have cells: what the others tell is nothing, so that nobody has to ask for it. All are counted by one statement. */
export async function requestsWithCells(
  session: RecordSession,
  cells: ReadonlyMap<Request, KeptCells>,
): Promise<ReadonlySet<Request>> {
  const kept = [...cells].filter(([, { years }]) => years?.length !== 0);
  if (kept.length === 0) return new Set();
  const counts = kept.map(
    ([request, own], number) =>
      `SELECT ${number} AS request_number, count(*) AS n FROM ${own.name}${ownCells(request, own, session.dialect)}`,
  );
  const rows = await session.rows<{ request_number: number; n: number }>(counts.join('\nUNION ALL\n'));
  const counted = new Set(rows.filter(({ n }) => n > 0).map((row) => row.request_number));
  return new Set(kept.filter((_, number) => counted.has(number)).map(([request]) => request));
}
