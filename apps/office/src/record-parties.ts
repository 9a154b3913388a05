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

/** The same of rows out of cards, which tell the key of a holder, and can tell its party; `parties` tells them by the key. */
export async function withPartiesOfCards(
  session: Pick<LakeSession, 'rows' | 'dialect'>,
  rows: readonly OpenedRecord[],
  parties: ShownParties,
): Promise<(OpenedRecord & { readonly party: string | null })[]> {
  const keyed = rows.map(({ holder_key, party, ...row }) => ({ row, key: textOf(holder_key), party: textOf(party) }));
  const wanted = [...new Set(keyed.flatMap(({ key: one }) => one ?? []))];
  const { relation, numbered, onCards } = parties;
  const found =
    wanted.length === 0 || relation === null
      ? []
      : await session.rows<{ key: string; party: string | null }>(
          `SELECT key, min(party) AS party FROM ${relation} WHERE ${keysTest(wanted, numbered, session)} GROUP BY key`,
        );
  const byKey = new Map(found.map((one) => [one.key, one.party]));
  return keyed.map(({ row, key: one, party }) => {
    const later = byKey.get(one ?? '');
    return { ...row, party: later === undefined && onCards ? party : (later ?? null) };
  });
}

function keysTest(keys: readonly string[], numbered: boolean, { dialect }: Pick<LakeSession, 'dialect'>): string {
  const numbers = numbered ? `key_number IN (${keys.map(keyNumber).join(', ')}) AND ` : '';
  return `${numbers}key IN (${keys.map((one) => dialect.text(one)).join(', ')})`;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
