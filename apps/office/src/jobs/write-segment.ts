import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';

/** Writes the rows of a query as a segment of the lake; `groupRows`: how many are packed together, where that is not usual. */
export async function writeSegment(
  session: Pick<LakeSession, 'writeParquet'>,
  store: ObjectStore,
  sql: string,
  groupRows?: number,
): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const rows = await session.writeParquet(sql, path, groupRows);
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return { sha256, rows, bytes, revision: 0 };
}
