import { partyTables } from './parties.js';
import { patentDecisionTables } from './patent-decisions.js';
import { patentOwnerTables } from './patent-owners.js';
import { recordTables } from './record-groups.js';

/** Tables that a release derives from its records; nothing loads them. */
export const derivedTables = { ...patentOwnerTables, ...partyTables } as const;

/** Every table that a session over a release shows, with what people decided as far as a vintage rests on it. */
export const shownTables = { ...recordTables, ...derivedTables, ...patentDecisionTables } as const;

export type ShownTable = keyof typeof shownTables;
export const shownTableNames = Object.keys(shownTables) as ShownTable[];
