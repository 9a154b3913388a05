import { keyNumber, type OpenedRecord, ofRecords } from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { holderKeySql } from '@zhiheng/records';
import type { ShownParties } from './record-sessions.js';

const key = holderKeySql({ name: 'h.name', creditCode: 'h.credit_code', country: 'h.country', area: 'h.area' });

/** The same by the cards of records; `parties` tells them by the key of a holder. */
export async function withPartiesOfCards<Row extends OpenedRecord>(
  session: Pick<LakeSession, 'rows' | 'dialect'>,
  rows: readonly Row[],
  cards: string,
  parties: ShownParties,
): Promise<(Row & { readonly party: string | null })[]> {
  const { dialect } = session;
  const ids = rows.flatMap(({ id, holder }) => (holder === null ? [] : [id]));
  if (ids.length === 0) return rows.map((row) => ({ ...row, party: null }));
  const keys = await session.rows<{ id: string; holder_key: string | null }>(
    `SELECT id, holder_key FROM ${cards} WHERE ${ofRecords(ids, dialect)}`,
  );
  const wanted = [...new Set(keys.flatMap(({ holder_key }) => holder_key ?? []))];
  const numbered = parties.numbered ? `key_number IN (${wanted.map(keyNumber).join(', ')}) AND ` : '';
  const told = `key IN (${wanted.map((one) => dialect.text(one)).join(', ')})`;
  const found =
    wanted.length === 0
      ? []
      : await session.rows<{ key: string; party: string }>(
          `SELECT key, min(party) AS party FROM ${parties.relation} WHERE ${numbered}${told} GROUP BY key`,
        );
  const byKey = new Map(found.map(({ key: of, party }) => [of, party]));
  const byId = new Map(keys.map(({ id, holder_key }) => [id, byKey.get(holder_key ?? '') ?? null]));
  return rows.map((row) => ({ ...row, party: byId.get(row.id) ?? null }));
}

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
