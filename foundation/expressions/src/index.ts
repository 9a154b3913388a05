export { columnsOf } from './columns-of.js';
export { conjunctsOf } from './conjuncts-of.js';
export { evaluate } from './evaluate.js';
export { type Explanation, explain } from './explain.js';
export type { Expression } from './expression.js';
export { parseExpression } from './parse-expression.js';
export { printDuckDb } from './print-duckdb.js';
export { printSource } from './print-source.js';
export type { Columns, ValueType } from './value-type.js';
