import type { LakeSession } from '@zhiheng/lake';
import type { AddressReader } from '../places/address-reader.js';
import { addressEntryId } from './address-entry.js';

/** A distinct address of holders whose area is not certain. */
export interface UnresolvedAddress {
  readonly id: string;
  readonly address: string;
  readonly country: string | null;
  /** Area that the records have: `XX`, or the larger one that holds the candidates. */
  readonly area: string;
  /** Records with a holder of this address. */
  readonly records: number;
  /** Areas between which the address does not decide; none where it names none. */
  readonly candidates: readonly string[];
}

interface Row {
  readonly address: string;
  readonly country: string | null;
  readonly area: string;
  readonly records: number;
}

const tables = ['patent_holders', 'trademark_holders'];
/** `XX`, and the larger areas that an address may leave open: provinces and cities. */
const open = `(area = 'XX' OR regexp_full_match(area, '[0-9]{4}00'))`;

/**
 * The addresses that stay unresolved in the records of a session, those of most records first: the area is not known, or the
 * address names several smaller ones and is counted for the larger.
 */
export async function unresolvedAddresses(
  session: Pick<LakeSession, 'stream'>,
  reader: AddressReader,
): Promise<UnresolvedAddress[]> {
  const found: UnresolvedAddress[] = [];
  for await (const rows of session.stream<Row>(sql)) {
    for (const row of rows) {
      const { area, candidates = [] } = reader.read(row.address);
      // Nothing is open where the source states the larger area and the address names no smaller ones.
      if (row.area !== 'XX' && (candidates.length === 0 || area !== row.area)) continue;
      found.push({ id: addressEntryId(row.address, row.country), ...row, candidates });
    }
  }
  return found.sort((a, b) => b.records - a.records || (a.id < b.id ? -1 : 1));
}

const holders = tables.map((table) => `SELECT id, address, country, area FROM ${table}`).join(' UNION ALL ');
const sql = `SELECT address, country, max(area) AS area, count(DISTINCT id) AS records
  FROM (${holders}) AS holder WHERE ${open} AND address IS NOT NULL AND trim(address) <> ''
  GROUP BY address, country`;

/** Where other records place the holders of an address, by entry and area. */
export interface HolderElsewhere {
  readonly entry: string;
  readonly area: string;
  readonly records: number;
}

/** For some entries: the counties and cities of the other records of the same holders, by name, those of most records first. */
export async function holdersElsewhere(
  session: Pick<LakeSession, 'rows' | 'registerTable'>,
  entries: readonly UnresolvedAddress[],
): Promise<HolderElsewhere[]> {
  if (entries.length === 0) return [];
  const columns = { entry: 'text', address: 'text', country: 'text' } as const;
  const given = entries.map(({ id, address, country }) => [id, address, country]);
  await session.registerTable('wanted_addresses', columns, given);
  const named = tables.map((table) => `SELECT id, name, address, country, area FROM ${table}`).join(' UNION ALL ');
  return session.rows<HolderElsewhere>(
    `WITH holder AS (${named}), names AS (
       SELECT DISTINCT w.entry, h.name FROM wanted_addresses AS w JOIN holder AS h
         ON h.address = w.address AND h.country IS NOT DISTINCT FROM w.country WHERE h.name <> '')
     SELECT n.entry, h.area, count(DISTINCT h.id) AS records FROM names AS n JOIN holder AS h ON h.name = n.name
     WHERE regexp_full_match(h.area, '[0-9]{6}') AND NOT regexp_full_match(h.area, '[0-9]{2}0000')
     GROUP BY n.entry, h.area ORDER BY n.entry, records DESC, h.area`,
  );
}
