export type * from './programme.js';
