export { admissionGroupRows, byPlace } from './admission/admission-order.js';
export { type AdmissionPart, admissionParts, isAdmissionPart } from './admission/admission-parts.js';
export { type AdmissionPlan, planAdmission } from './admission/admission-plan.js';
export { admissionSql } from './admission/admission-sql.js';
export { cardSql } from './admission/card-sql.js';
export {
  asksTables,
  type ChangedIds,
  changedTables,
  type TableExtract,
  tablesOfFigures,
  tablesOfRecords,
} from './admission/changed-tables.js';
export { lyingStages, type OpeningRelation, openingParts, recordCards } from './admission/opening-parts.js';
export { partiesOfHolders } from './admission/party-sql.js';
export { placedRelation } from './admission/placed.js';
export { keyNumber } from './admission/record-number.js';
export { hasConditions, stagesOf } from './cells/cell-groups.js';
export { type ChangedRecords, type RecordsSince, recordsSince, tablesBeside } from './cells/changed-cells.js';
export { earlier, now, since, was } from './cells/changed-sides.js';
export { storedColumns } from './cells/empty-rows.js';
export { type FigureSet, monthSpan, type SetScope, type SetStep, type Telling } from './cells/figure-set.js';
export { figureSets, figureSetsTogether } from './cells/figure-sets.js';
export { isAdded, type SetForm, unfolded } from './cells/set-form.js';
export { type AddedToSet, addedValues, countedSets, countedValues } from './cells/set-values.js';
export { type MonthSpan, spans } from './cells/spans.js';
export { addedRows, type SetPart, storedRows, type ToldYears } from './cells/stored-set.js';
export { type AbsentPattern, absentPatterns, patternCount } from './classification/absent-patterns.js';
export { readPattern } from './classification/class-pattern.js';
export { ClassTree } from './classification/class-tree.js';
export { type CodeNames, codeNames } from './classification/code-names.js';
export {
  type ChangedPattern,
  type ConcordanceDifference,
  compareConcordances,
} from './classification/compare-concordances.js';
export {
  askableCodes,
  byParts,
  type Concordance,
  type ConcordanceRows,
  type ConcordanceSheet,
  codesAbove,
} from './classification/concordance.js';
export { type EditionDoubt, type EditionStanding, editionStanding } from './classification/edition-doubts.js';
export { type EditionList, type EditionSheet, editionRowsAsTable } from './classification/edition-list.js';
export { type EditionRow, editionsId, readEditionRows } from './classification/edition-rows.js';
export { expandPattern } from './classification/expand-pattern.js';
export { type ClassifiedText, Membership } from './classification/membership.js';
export { Memberships } from './classification/memberships.js';
export { Concordances, type OwnTables, shippedTable } from './classification/read-concordances.js';
export { idOfRows, readConcordanceRows } from './classification/read-rows.js';
export type { TagSource } from './classification/tag-source.js';
export {
  type ComputeOptions,
  type ComputeScope,
  computeObservations,
  countCounties,
  noObservations,
} from './compute/compute-observations.js';
export { keepAdmission } from './compute/compute-sets.js';
export { countCombination } from './compute/count-combination.js';
export { observationSql } from './compute/observation-sql.js';
export { asksDecisions } from './coverage/decisions-asked.js';
export type * from './definition.js';
export { isByOwner, isComputed, isPlain } from './definition.js';
export { checkDefinition, type DefinitionCheck, type DefinitionFault } from './definition-file/check-definition.js';
export { definitionIdOf } from './definition-file/definition-id.js';
export { definitionSchema } from './definition-file/definition-schema.js';
export { publishedFile, shippedText } from './definition-file/definition-texts.js';
export { patentRecordColumns } from './definition-file/patent-record-columns.js';
export { readDefinition } from './definition-file/read-definition.js';
export { readDefinitions } from './definition-file/read-definitions.js';
export {
  definitionSql,
  definitionStatements,
  type ShownDialect,
  type ShownExpression,
  shownDialects,
} from './definition-sql.js';
export { concordanceOf, tellsCodes } from './dimensions.js';
export {
  type DefinitionPublication,
  type Draft,
  type DraftAct,
  type DraftState,
  type DraftText,
  draftStates,
} from './drafting/draft.js';
export { authorActs, draftFlow, draftFlowName } from './drafting/draft-flow.js';
export { type Acting, type DraftStep, Drafts, isOpen, type NewText } from './drafting/drafts.js';
export { indicatorMigrations } from './drafting/drafts-table.js';
export { type DifferenceLine, lineDifference } from './drafting/line-difference.js';
export { type PublishedTexts, publicationsOf, publishedTexts } from './drafting/publications.js';
export { textHash } from './drafting/text-hash.js';
export { type ExplainingRequest, type ExplainingSources, explainRecord } from './explaining/explain-record.js';
export type {
  CountedPlace,
  ExplainedHolder,
  ExplainedTest,
  FollowedCase,
  MetCondition,
  RecordExplanation,
  SeenValue,
  TestSource,
} from './explaining/record-explanation.js';
export { formatBreakdown, parseBreakdown, readPart } from './figure/breakdown.js';
export { figure } from './figure/figure.js';
export type { DefinitionSources, FigureRequest, FigureSources, Holding, PartSources } from './figure/figure-request.js';
export {
  type ObservationFilter,
  type ObservationRelation,
  type ObservationStore,
  observationStore,
  type StoredObservation,
} from './figure/observation-store.js';
export { ObservedStatuses } from './figure/observed-statuses.js';
export { type OpenedCell, type OpenedPart, openedPart, openedParts } from './figure/opened-part.js';
export { type CombinationCount, withCombinations } from './figure/with-combinations.js';
export { withCounties } from './figure/with-counties.js';
export type { FigureRow } from './figure-row.js';
export { closureIds, isMade, originOfPart, partIds, partsOf, statisticsOf, unitOfStatistic } from './made-parts.js';
export { type DurationMultiset, durationMultiset } from './opening/duration-multiset.js';
export {
  type AdmittedRow,
  countRecords,
  type OpenedIds,
  openIds,
  openRecords,
  openRecordsSql,
} from './opening/open-records.js';
export type { OpenedRecord, OpenedRecords } from './opening/opened-record.js';
export type {
  AdmissionSource,
  OpeningPage,
  OpeningPart,
  OpeningRequest,
  OpeningSources,
} from './opening/opening-request.js';
export { withholdsRecords } from './opening/withholds-records.js';
export { tableFlow, tableFlowName } from './proposing/table-flow.js';
export {
  type ProposedTable,
  type TableProposal,
  TableProposals,
  type TableStep,
  tableAct,
} from './proposing/table-proposals.js';
export { currentValues, type EffectiveDate } from './published/current-values.js';
export { publishedObservations } from './published/published-observations.js';
export type { PublishedValue } from './published/published-value.js';
export { readPublishedFolder } from './published/read-published-folder.js';
export { withWordings } from './published/with-wordings.js';
export { readWordingsOf } from './published/wordings.js';
export {
  type CorrectionNotice,
  type PublicationRound,
  type RoundState,
  roundStates,
  type VintagePublication,
} from './publishing/publication.js';
export { proposingActs, publicationFlow, publicationFlowName } from './publishing/publication-flow.js';
export { publicationMigrations } from './publishing/publications-table.js';
export {
  isOpenRound,
  type ProposedVintage,
  type RoundStep,
  type SigningGround,
  VintagePublications,
} from './publishing/vintage-publications.js';
export { isCounty } from './record/area-membership.js';
export type { RecordSession, WritingSession } from './session.js';
export { sessionFor, type TableSession } from './tables/table-session.js';
export { closureHash, compilerVersion, type VintageIdentity, vintageName } from './vintage-identity.js';
