export { type Act, Ledger, type NewAct } from './ledger.js';
export { type Ownership, takeOwnership } from './ownership.js';
