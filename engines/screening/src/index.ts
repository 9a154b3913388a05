export type { Decision, DecisionAct, NewDecision } from './decisions/decision.js';
export { type DecidedList, type Deciding, type DecisionPage, Decisions } from './decisions/decisions.js';
export { screeningMigrations } from './decisions/decisions-table.js';
export { type AsOf, type DeductionFact, deductionFacts } from './decisions/deduction-facts.js';
export { type DeductionPolicy, type DeductionRule, ruleOf } from './rules/deduction-policy.js';
export type { Ground } from './rules/ground.js';
export { readDeductionPolicy } from './rules/read-deduction-policy.js';
export { readGrounds } from './rules/read-grounds.js';
