import { partyTables } from './parties.js';
import { patentOwnerTables } from './patent-owners.js';
import { recordTables } from './record-groups.js';

/** Tables that a release derives from its records; nothing loads them. */
export const derivedTables = { ...patentOwnerTables, ...partyTables } as const;

/** Every table that a session over a release shows. */
export const shownTables = { ...recordTables, ...derivedTables } as const;

export type ShownTable = keyof typeof shownTables;
export const shownTableNames = Object.keys(shownTables) as ShownTable[];
