export { changeFlow, changeFlowName } from './changing/change-flow.js';
export { type LimitStanding, limitHistory } from './changing/limit-history.js';
export type * from './changing/target-change.js';
export { type ChangeStep, TargetChanges } from './changing/target-changes.js';
export { withChanges } from './changing/with-changes.js';
export * from './clause.js';
export { compareProgrammes } from './comparing/compare-programmes.js';
export type * from './comparing/comparison.js';
export { guidelineSide } from './comparing/sides/guideline-side.js';
export { programmeSide } from './comparing/sides/programme-side.js';
export { type ExplainedVerdict, explainVerdict } from './explain-verdict.js';
export type * from './guideline/guideline.js';
export { readLikelihood, type WordLikelihood } from './guideline/noise/word-likelihood.js';
export type { FindOrganisation } from './guideline/outline/owner-notes.js';
export { type GuidelineContext, readGuideline } from './guideline/read-guideline.js';
export type { SourceLine } from './guideline/text/fold-line.js';
export type { Span } from './guideline/text/traced-text.js';
export { readWording, type Wording } from './guideline/text/wording.js';
export { judge } from './judge.js';
export type { JudgingGround } from './judge-target.js';
export { type Observe, observeAmong } from './observe.js';
export type * from './programme.js';
export type { ProjectionMethod } from './projecting/forecast.js';
export { periodsLookedAt } from './projecting/project.js';
export type { SeriesNature } from './projecting/so-far.js';
export { type ProgrammeContext, readProgramme } from './read-programme.js';
export { readProgrammes } from './read-programmes.js';
export type { ObservedValue } from './reading.js';
export { type ReasonCode, reasonSentence, reasonTable, reasonWords } from './reasons.js';
export { batchName, batchToUndo, fieldsBeneath } from './review/beneath.js';
export { checkFieldValue } from './review/check-value.js';
export { type Composition, composeProgramme, type EnteringField } from './review/compose-programme.js';
export { type Correction, readCorrections, withoutNulls } from './review/corrections.js';
export {
  countStates,
  type DecidedField,
  type DecisionWord,
  decidedFields,
  decisionWords,
  type FieldDecision,
  type FieldState,
  readHash,
} from './review/decided-fields.js';
export type * from './review/field.js';
export { fieldsOfGuideline } from './review/guideline-fields.js';
export { fieldsOfNextYear } from './review/roll-fields.js';
export { editionsOf, type ProgrammeEdition, reopenAct, reopenDraft } from './review/stored/programme-editions.js';
export { programmeMigrations } from './review/stored/review-table.js';
export { type AcceptedProgramme, acceptAct, idTaken, type NewDecision, Reviews } from './review/stored/reviews.js';
export { inForce } from './rule-in-force.js';
export type { StepCode, VerdictStep } from './steps.js';
export { onlyAbout, targetsOfArea } from './targets-of-area.js';
export type { TaskStep } from './tasks/act-on-task.js';
export { askedDue, dueText, lastDay } from './tasks/due.js';
export type { TaskPage, TaskPageAsked } from './tasks/list-tasks.js';
export { doerRoles, OrganisationTree, type TaskOrganisation } from './tasks/organisation-tree.js';
export { readTaskRules } from './tasks/read-task-rules.js';
export { type RemindRound, remindTasks } from './tasks/remind-tasks.js';
export type { TaskPeople } from './tasks/reminders.js';
export { type TallyKey, type TallyReason, type TallyRow, tallyKeys } from './tasks/tally-tasks.js';
export { type TimelineCounts, type TimelineKey, type TimelineRow, timelineKeys } from './tasks/tally-timeline.js';
export * from './tasks/task.js';
export type { TaskFilter } from './tasks/task-conditions.js';
export type { TaskContext } from './tasks/task-context.js';
export { taskFlow, taskFlowName } from './tasks/task-flow.js';
export type * from './tasks/task-rules.js';
export { Tasks, type ToldStep } from './tasks/tasks.js';
export { taskMigrations } from './tasks/tasks-table.js';
export type * from './verdict.js';
