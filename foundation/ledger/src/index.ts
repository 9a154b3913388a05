export type { Act, Json, NewAct } from './act.js';
export { type ActPage, Ledger, type LedgerOptions, type LedgerTransaction } from './ledger.js';
export type { Migration, MigrationSet } from './migrations.js';
export { type Ownership, takeOwnership } from './ownership.js';
export type { PersonalContent, PersonalData, Randomness } from './personal.js';
export type { LedgerPlace } from './place.js';
export { openSigningKey, type SigningKey } from './signing-key.js';
