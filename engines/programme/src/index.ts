export { judge } from './judge.js';
export { type Observe, observeAmong } from './observe.js';
export type * from './programme.js';
export { type ProgrammeContext, readProgramme } from './read-programme.js';
export { readProgrammes } from './read-programmes.js';
export type { ObservedValue } from './reading.js';
export { type ReasonCode, reasonSentence, reasonTable, reasonWords } from './reasons.js';
