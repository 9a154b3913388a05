export { diskFiles } from './disk-files.js';
export { type GroupPlan, type GroupPlanOptions, planGroups } from './groups/group-plan.js';
export { GroupTruth } from './groups/group-truth.js';
export type { OutputFile, OutputFiles } from './output-files.js';
export { type Synthesised, synthesise } from './synthesise.js';
export type { SynthesiseOptions } from './synthesise-options.js';
export type { PatentText } from './texts/patent-text.js';
export { TextSource } from './texts/text-source.js';
export type { ClosedCases, Truth } from './truth-tally.js';
