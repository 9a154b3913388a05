import { keyNumber, type OpenedRecord, type RecordSession } from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { holderKeySql } from '@zhiheng/records';
import type { ShownParties } from './record-sessions.js';

const key = holderKeySql({ name: 'h.name', creditCode: 'h.credit_code', country: 'h.country', area: 'h.area' });

/**
 * Records with the `party` of the holder that they name, as the session's release resolved it; null where it resolved none, and
 * where names are masked.
 */
export async function withParties<Row extends OpenedRecord>(
  session: Pick<RecordSession, 'rows' | 'registerTable'>,
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

/** The same of rows out of cards, which tell the key of a holder; `parties` tells them by it. */
export async function withPartiesOfCards(
  session: Pick<LakeSession, 'rows' | 'dialect'>,
  rows: readonly OpenedRecord[],
  parties: ShownParties,
): Promise<(OpenedRecord & { readonly party: string | null })[]> {
  const keyed = rows.map(({ holder_key, ...row }) => ({
    row,
    key: typeof holder_key === 'string' ? holder_key : null,
  }));
  const wanted = [...new Set(keyed.flatMap(({ key: one }) => one ?? []))];
  const numbered = parties.numbered ? `key_number IN (${wanted.map(keyNumber).join(', ')}) AND ` : '';
  const told = `key IN (${wanted.map((one) => session.dialect.text(one)).join(', ')})`;
  const found =
    wanted.length === 0
      ? []
      : await session.rows<{ key: string; party: string }>(
          `SELECT key, min(party) AS party FROM ${parties.relation} WHERE ${numbered}${told} GROUP BY key`,
        );
  const byKey = new Map(found.map((one) => [one.key, one.party]));
  return keyed.map(({ row, key: one }) => ({ ...row, party: byKey.get(one ?? '') ?? null }));
}
