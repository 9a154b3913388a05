import type { OpenedRecord } from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { holderKeySql } from '@zhiheng/records';

const key = holderKeySql({ name: 'h.name', creditCode: 'h.credit_code', country: 'h.country', area: 'h.area' });

/**
 * Records with the `party` of the holder that they name, as the session's release resolved it; null where it resolved none, and
 * where names are masked.
 */
export async function withParties<Row extends OpenedRecord>(
  session: Pick<LakeSession, 'rows' | 'registerTable'>,
  rows: readonly Row[],
): Promise<(Row & { readonly party: string | null })[]> {
  const named = rows.flatMap(({ id, holder }) => (holder === null ? [] : [[id, holder]]));
  if (named.length === 0) return rows.map((row) => ({ ...row, party: null }));
  await session.registerTable('named_holders', { id: 'text', holder: 'text' }, named);
  const found = await session.rows<{ id: string; party: string }>(
    `SELECT w.id, min(n.party) AS party FROM named_holders AS w
     JOIN patent_holders AS h ON h.id = w.id AND h.name = w.holder JOIN party_names AS n ON n.key = ${key}
     GROUP BY w.id`,
  );
  const parties = new Map(found.map(({ id, party }) => [id, party]));
  return rows.map((row) => ({ ...row, party: parties.get(row.id) ?? null }));
}
