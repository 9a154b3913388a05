import type { LakeSession } from '@zhiheng/lake';
import type { Evidence } from '@zhiheng/records';
import type { AreaDirectory, Scope } from '@zhiheng/vocabulary';
import type { PartyRow } from './answers-deciding.js';
import { namedArea } from './named-area.js';

type PartySession = Pick<LakeSession, 'rows' | 'registerTable'>;

/** A row of `parties` as the session gives it. */
export interface HeldParty {
  readonly party: string;
  readonly name: string | null;
  readonly credit_code: string | null;
  readonly holder_type: string | null;
  readonly area: string | null;
  readonly records: number;
  readonly names: number;
  readonly alias_of: string | null;
}

export const partyColumns = 'party, name, credit_code, holder_type, area, records, names, alias_of';

/** A party in words. */
export function partyRow(directory: AreaDirectory, held: HeldParty): PartyRow {
  return {
    ...{ party: held.party, name: held.name, creditCode: held.credit_code, holderType: held.holder_type },
    area: namedArea(directory, held.area ?? 'XX'),
    ...{ records: held.records, names: held.names, aliasOf: held.alias_of },
  };
}

/** Parties by id that the session shows; an alias under its own id, with what it stands for. */
export async function partiesById(session: PartySession, ids: readonly string[]): Promise<Map<string, HeldParty>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)].map((id) => [id]);
  await session.registerTable('wanted_parties', { id: 'text' }, wanted);
  const rows = await session.rows<HeldParty>(
    `SELECT ${partyColumns} FROM parties WHERE party IN (SELECT id FROM wanted_parties)`,
  );
  return new Map(rows.map((row) => [row.party, row]));
}

/** Evidence as it is kept; without its details where names are masked, since they repeat names and addresses. */
export function evidenceOf(text: string | null, { personal }: Scope): Evidence[] {
  const all = text === null ? [] : (JSON.parse(text) as Evidence[]);
  return personal === 'plain' ? all : all.map((one) => ({ ...one, detail: '' }));
}
