import type { LakeSession } from '@zhiheng/lake';
import { compareTwo } from '@zhiheng/screening';
import type { ScreenGroupShown, ScreenLink, ScreenMember } from '../answers-screening-shown.js';

/** Links of a group that are told. */
const mostLinks = 1000;

interface TextRow {
  readonly id: string;
  readonly abstract: string | null;
  readonly claim: string | null;
}

/**
 * What links some members of a group, the nearest first. A member that the run paired with others alone is compared with the core, where the
 * session shows it.
 */
export async function linksAmong(
  session: LakeSession,
  members: readonly ScreenMember[],
  core: string | null,
): Promise<Pick<ScreenGroupShown, 'links' | 'linksTotal'>> {
  await session.registerTable(
    'linked_member',
    { id: 'text' },
    [...new Set([...members.map(({ application }) => application), ...(core === null ? [] : [core])])].map((id) => [
      id,
    ]),
  );
  const rows = await session.rows<ScreenLink>(
    `SELECT one.id AS a, other.id AS b, one.field, one.jaccard FROM text_pair AS one JOIN text_pair AS other ON other.pair = one.pair
     WHERE one.side = 'a' AND other.side = 'b' AND one.field <> 'title'
       AND one.id IN (SELECT id FROM linked_member) AND other.id IN (SELECT id FROM linked_member)
     ORDER BY one.jaccard DESC, one.id, other.id, one.field`,
  );
  const links = new Map<string, ScreenLink>();
  for (const row of rows) if (!links.has(keyOf(row))) links.set(keyOf(row), row);
  if (core !== null) {
    const alone = members.filter(
      ({ application: id }) =>
        id !== core && !links.has(keyOf({ a: core, b: id })) && !links.has(keyOf({ a: id, b: core })),
    );
    for (const link of alone.length === 0 ? [] : await linksWithCore(session, core, alone))
      links.set(keyOf(link), link);
  }
  const all = [...links.values()].sort(
    (one, other) => other.jaccard - one.jaccard || (keyOf(one) < keyOf(other) ? -1 : 1),
  );
  return { links: all.slice(0, mostLinks), linksTotal: all.length };
}

async function linksWithCore(
  session: LakeSession,
  core: string,
  members: readonly ScreenMember[],
): Promise<ScreenLink[]> {
  const rows = await session.rows<TextRow>(
    'SELECT id, abstract, first_claim AS claim FROM patent_texts WHERE id IN (SELECT id FROM linked_member)',
  );
  const texts = new Map(rows.map((row) => [row.id, row]));
  return members.map(({ application }) => {
    const told = (['abstract', 'claim'] as const).map((field) => {
      const { jaccard } = compareTwo(field, texts.get(core)?.[field] ?? '', texts.get(application)?.[field] ?? '');
      return { a: core, b: application, field, jaccard };
    });
    return told.reduce((one, other) => (other.jaccard > one.jaccard ? other : one));
  });
}

const keyOf = ({ a, b }: Pick<ScreenLink, 'a' | 'b'>) => `${a} ${b}`;
