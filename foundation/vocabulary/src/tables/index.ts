export * from './geographical-indications.js';
export * from './parties.js';
export * from './patent-statements.js';
export * from './patents.js';
export * from './record-groups.js';
export * from './recordals.js';
export * from './table-shape.js';
export * from './trademarks.js';
