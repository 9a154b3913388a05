import { type ObjectStore, type Segment, Session } from '@zhiheng/lake';
import type { TextGroup } from '@zhiheng/screening';

/** Groups that an earlier run wrote, core and members alone. Throws `segment-damaged`. */
export async function formerGroups(store: ObjectStore, segment: Segment): Promise<TextGroup[]> {
  await store.checkSegments([segment]);
  const session = await Session.open();
  try {
    const path = store.pathOf(segment.sha256, 'parquet').replaceAll("'", "''");
    const rows = await session.rows<{ id: string; grp: string; core: number }>(
      `SELECT id, grp, core FROM read_parquet('${path}') ORDER BY grp, core DESC, id`,
    );
    const groups = new Map<string, { core: string; members: string[] }>();
    for (const { id, grp, core } of rows) {
      if (core === 1) groups.set(grp, { core: id, members: [id] });
      else groups.get(grp)?.members.push(id);
    }
    return [...groups.values()].map((one) => ({ ...one, pairs: [], lineage: { mergedFrom: [], splitFrom: null } }));
  } finally {
    session.close();
  }
}
