import type { LakeSession } from '@zhiheng/lake';

/** Ids of which the bounds of a stretch are drawn. */
const drawnOfStretch = 64;

/**
 * SQL of tests of `id`, one a stretch of ids in which about as many `rows` of a table lie, in their order: fewer where one would be empty.
 * Rows lie in the order of their ids, so that a stretch reads its own and little beside.
 */
export async function stretchesOfIds(
  session: LakeSession,
  table: string,
  rows: number,
  stretches: number,
): Promise<string[]> {
  const bounds = stretches === 1 ? [] : await boundsOf(session, table, rows, stretches);
  const { text } = session.dialect;
  return Array.from({ length: bounds.length + 1 }, (_, at) => {
    const [from, to] = [bounds[at - 1], bounds[at]];
    const tests = [
      ...(from === undefined ? [] : [`id >= ${text(from)}`]),
      ...(to === undefined ? [] : [`id < ${text(to)}`]),
    ];
    return tests.join(' AND ') || '1 = 1';
  });
}

async function boundsOf(session: LakeSession, table: string, rows: number, stretches: number): Promise<string[]> {
  const each = Math.max(1, Math.floor(rows / (stretches * drawnOfStretch)));
  const drawn = await session.rows<{ id: string }>(
    `SELECT DISTINCT id FROM ${table} WHERE hash(id) % ${each} = 0 ORDER BY id`,
  );
  const ids = Array.from(
    { length: stretches - 1 },
    (_, at) => drawn[Math.floor(((at + 1) * drawn.length) / stretches)],
  );
  return [...new Set(ids.flatMap((one) => one?.id ?? []))];
}
