export type * from './definition.js';
export type { FigureRow } from './figure-row.js';
