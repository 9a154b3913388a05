export {
  type ComputeOptions,
  type ComputeScope,
  computeObservations,
  countCounties,
} from './compute/compute-observations.js';
export { type AdmissionPart, admissionParts } from './admission/admission-parts.js';
export { type AdmissionPlan, planAdmission } from './admission/admission-plan.js';
export { type FigureSet, figureSets, type SetScope, type SetStep } from './cells/figure-sets.js';
export { hasConditions, stagesOf } from './cells/cell-groups.js';
export { computeSets, keepAdmission } from './compute/compute-sets.js';
export { observationSql } from './compute/observation-sql.js';
export type * from './definition.js';
export { isByOwner, isComputed } from './definition.js';
export { checkDefinition, type DefinitionCheck, type DefinitionFault } from './definition-file/check-definition.js';
export { patentRecordColumns } from './definition-file/patent-record-columns.js';
export { readDefinition } from './definition-file/read-definition.js';
export { readDefinitions } from './definition-file/read-definitions.js';
export { figure } from './figure/figure.js';
export type { FigureRequest, FigureSources, Holding } from './figure/figure-request.js';
export {
  type ObservationFilter,
  type ObservationStore,
  observationStore,
  type StoredObservation,
} from './figure/observation-store.js';
export { withCounties } from './figure/with-counties.js';
export type { FigureRow } from './figure-row.js';
export { countRecords, openRecords, openRecordsSql } from './opening/open-records.js';
export type { OpenedRecord, OpenedRecords } from './opening/opened-record.js';
export type {
  AdmissionSource,
  OpeningPage,
  OpeningPart,
  OpeningRequest,
  OpeningSources,
} from './opening/opening-request.js';
export { currentValues, type EffectiveDate } from './published/current-values.js';
export { publishedObservations } from './published/published-observations.js';
export type { PublishedValue } from './published/published-value.js';
export { readPublishedFolder } from './published/read-published-folder.js';
export type { RecordSession, WritingSession } from './session.js';
export { closureHash, compilerVersion, type VintageIdentity, vintageName } from './vintage-identity.js';
