export { csvHead, csvLine, syntheticLabel } from '@zhiheng/documents';
export type { AcceptedCheck } from './accepted-checks.js';
export type * from './answers.js';
export type * from './answers-classifications.js';
export type * from './answers-deciding.js';
export type * from './answers-decisions.js';
export type * from './answers-definitions.js';
export type * from './answers-guidelines.js';
export type * from './answers-people.js';
export type * from './answers-screening.js';
export type * from './answers-screening-shown.js';
export type * from './answers-tables.js';
export type * from './answers-targets.js';
export type * from './answers-tasks.js';
export type * from './answers-verdicts.js';
export type * from './answers-vintages.js';
export {
  type AreaTally,
  type KnownAddress,
  type MeasuredAreas,
  measureKnownAreas,
  measurePlantedAreas,
} from './bench/area-measures.js';
export {
  editedList,
  type ListedDefinition,
  listedDefinitions,
  writeCatalogue,
  writeDefinitions,
} from './bench/indicators/bench-definitions.js';
export { type IndicatorMeasures, indicatorMeasures } from './bench/indicators/indicator-measures.js';
export { type MeasuredOffice, openMeasuredOffice } from './bench/indicators/measured-office.js';
export { monthRelease } from './bench/indicators/next-month.js';
export { copyOffice } from './bench/indicators/office-copy.js';
export { plainCounts } from './bench/indicators/postgres-counts.js';
export type { MeasuredOpening } from './bench/indicators/sampled-openings.js';
export {
  type LoadMeasure,
  loadMeasures,
  type Measured,
  type MeasuredFiles,
  sharedBytes,
  writeMeasuredTables,
} from './bench/load-measures.js';
export { type NearCorpus, nearCorpus } from './bench/near-corpus.js';
export {
  askedPairs,
  type MeasuredNear,
  measureClassic,
  measureMonth,
  measureNear,
  measureReading,
  recallMeeting,
  shinglesInParts,
} from './bench/near-measures.js';
export type { Recall } from './bench/near-recall.js';
export { measureOddTexts } from './bench/odd-texts.js';
export { type MeasuredParties, type MeasureOptions, measureParties, type PairTally } from './bench/party-measures.js';
export { measureRealTexts } from './bench/real-texts.js';
export { measureScreenedOffice } from './bench/screened-office.js';
export { type MeasuredSynthesis, measureSynthesis } from './bench/synthesis-measures.js';
export { carryOut, carryOutLocally } from './carry-out.js';
export { checkRowsFile } from './check-rows.js';
export type { GivenTable } from './classification/given-table.js';
export type { NamedCodes } from './classification/named-codes.js';
export { type Collection, collectObjects } from './collect.js';
export { type CommandRule, commandRules } from './command-rules.js';
export type { CommandContext, CommandOutcome } from './commands/command.js';
export type { CoverageRow } from './commands/coverage.js';
export type { DoctorAnswer, DoctorCheck } from './commands/doctor.js';
export type { GeographicalIndicationRow } from './commands/gi.js';
export type { CommandName } from './commands/index.js';
export type { IndicatorCheckAnswer } from './commands/indicators.js';
export type { PersonNameAnswer } from './commands/persons.js';
export type { ProposeAnswer } from './commands/propose.js';
export { exportRecords } from './export-records.js';
export { makeFirstOffice } from './first-office.js';
export { type Credential, type Identified, identify } from './identify.js';
export { jobsHere } from './jobs/run-job-here.js';
export type { SynthesisAnswer } from './jobs/synthesise-job.js';
export { LetterTimer } from './mail/letter-timer.js';
export { Office, type OfficeOptions } from './office.js';
export { officePaths, shippedDefinitions } from './office-paths.js';
export { openOfficeHere } from './open-here.js';
export type { RecordsInput } from './opening-of.js';
export { firstAdministratorLink } from './people/first-administrator-link.js';
export { PreparedOpenings } from './prepared-openings.js';
export type { ReleaseAnswer, ReleaseDifference, VerifyAnswer, VerifyFault } from './releases.js';
export { RunningJobs, runningJobs } from './running-jobs.js';
export { exportClues, exportMembers, type ScreenedFile } from './screening/export-screened.js';
export { fileName, type TableBytes, type TableFileInput, tableFile, tableFormats } from './tables/table-files.js';
export { type EvidenceBytes, evidenceFile } from './tasks/evidence.js';
export { TaskReminderTimer } from './tasks/task-reminder-timer.js';
export type { ComputeAnswer } from './vintages.js';
