export { type AdmissionPart, admissionParts } from './admission/admission-parts.js';
export { type AdmissionPlan, planAdmission } from './admission/admission-plan.js';
export { hasConditions, stagesOf } from './cells/cell-groups.js';
export { type FigureSet, figureSets, type SetScope, type SetStep, withEarlier } from './cells/figure-sets.js';
export {
  type ComputeOptions,
  type ComputeScope,
  computeObservations,
  countCounties,
} from './compute/compute-observations.js';
export { computeSets, keepAdmission } from './compute/compute-sets.js';
export { observationSql } from './compute/observation-sql.js';
export type * from './definition.js';
export { isByOwner, isComputed } from './definition.js';
export { checkDefinition, type DefinitionCheck, type DefinitionFault } from './definition-file/check-definition.js';
export { definitionSchema } from './definition-file/definition-schema.js';
export { patentRecordColumns } from './definition-file/patent-record-columns.js';
export { readDefinition } from './definition-file/read-definition.js';
export { readDefinitions } from './definition-file/read-definitions.js';
export { definitionSql, type ShownDialect, type ShownExpression, shownDialects } from './definition-sql.js';
export { formatBreakdown, parseBreakdown, readPart } from './figure/breakdown.js';
export { figure } from './figure/figure.js';
export type { DefinitionSources, FigureRequest, FigureSources, Holding, PartSources } from './figure/figure-request.js';
export {
  type ObservationFilter,
  type ObservationStore,
  observationStore,
  type StoredObservation,
} from './figure/observation-store.js';
export { type OpenedCell, type OpenedPart, openedPart, openedParts } from './figure/opened-part.js';
export { withCounties } from './figure/with-counties.js';
export type { FigureRow } from './figure-row.js';
export { closureIds, isMade, originOfPart, partIds, partsOf, unitOfStatistic } from './made-parts.js';
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
