import { simplified } from '@zhiheng/characters';
import type { Session } from '@zhiheng/lake';
import type { ColumnType } from '@zhiheng/vocabulary';
import { placeOf } from '../parties/area-place.js';
import { branchOf } from '../parties/branch-of.js';
import { isCreditCode } from '../parties/credit-code.js';
import { foldName } from '../parties/fold-name.js';
import type { NamePlaces } from '../parties/name-places.js';
import { nameStem } from '../parties/name-stem.js';
import { readsAsPerson } from '../parties/person-name.js';

export interface HolderString {
  readonly string: number;
  readonly name: string;
  readonly credit_code: string | null;
  readonly country: string | null;
  readonly area: string | null;
  readonly holder_type: string | null;
}

/** What a holder row tells, folded. */
export const foldedStrings = {
  name: 'folded_strings',
  columns: {
    string: 'integer',
    folded: 'text',
    full_name: 'text',
    core: 'text',
    /** The characters of `folded` in order: the same for two orders of the same words. */
    bag: 'text',
    /** The place that the name begins with. */
    place: 'text',
    stem: 'text',
    /** The folded name of the body that this one is a branch of. */
    parent: 'text',
    /** A valid credit code, else null. */
    code: 'text',
    /** What stands in the place of a credit code and is none. */
    stated_code: 'text',
    city: 'text',
    province: 'text',
    /** The pseudonym of a natural person; null for everyone else. */
    person: 'text',
    /** `code:`, `person:` or `name:` key: rows with the same are one party from the start. */
    node_key: 'text',
    /** The key without a code. */
    name_key: 'text',
  },
} as const satisfies { readonly name: string; readonly columns: Readonly<Record<string, ColumnType>> };

type FoldedRow = Record<keyof (typeof foldedStrings)['columns'], string | number | null>;

export interface Folding {
  readonly places: NamePlaces;
  /** Pseudonym of a person by name in simplified characters. */
  readonly pseudonymOf: (name: string) => string;
}

/** Fills `folded_strings` from `holder_strings`, batch by batch. */
export async function foldStrings(session: Session, folding: Folding): Promise<number> {
  await session.createTable(foldedStrings);
  const appender = await session.openAppender(foldedStrings);
  const columns = Object.keys(foldedStrings.columns) as (keyof FoldedRow)[];
  let strings = 0;
  const batches = session.stream<HolderString>(
    'SELECT string, name, credit_code, country, area, holder_type FROM holder_strings ORDER BY string',
  );
  for await (const batch of batches) {
    const rows = batch.map((row) => foldString(row, folding));
    appender.append(columns.map((column) => rows.map((row) => row[column])));
    strings += rows.length;
  }
  appender.close();
  return strings;
}

/** One way of telling a holder, folded. */
export function foldString(row: HolderString, { places, pseudonymOf }: Folding): FoldedRow {
  const { folded, full, form } = foldName(row.name);
  const { city, province } = placeOf(row.area, row.country);
  const stated = row.credit_code?.trim().toUpperCase() ?? null;
  const code = stated !== null && isCreditCode(stated) ? stated : null;
  const name = simplified(row.name);
  const isPerson =
    code === null && (row.holder_type === 'individual' || (row.holder_type === null && readsAsPerson(name, form)));
  const person = isPerson ? pseudonymOf(name) : null;
  const name_key = person === null ? `name:${folded}|${city}` : `person:${person}|${city}`;
  const { core, place } = places.coreOf(folded);
  return {
    string: row.string,
    folded,
    full_name: full,
    core,
    bag: Array.from(folded.replaceAll(' ', '')).sort().join(''),
    place,
    stem: isPerson ? null : nameStem(core),
    parent: isPerson ? null : branchOf(folded),
    code,
    stated_code: code === null && stated !== '' ? stated : null,
    city,
    province,
    person,
    node_key: code === null ? name_key : `code:${code}`,
    name_key,
  };
}
