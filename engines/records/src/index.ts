export { expressionText } from './checks/expression-text.js';
export { type CheckGround, findingSql } from './checks/finding-sql.js';
export { type FoundRow, type FoundRows, findRows, readFoundRows } from './checks/found-rows.js';
export type { CheckReading } from './checks/read-check.js';
export { readChecks } from './checks/read-checks.js';
export { type CheckResult, type CheckSession, isFailing, runChecks, unreadResult } from './checks/run-checks.js';
export { type CorrectedFile, type Correction, correctedFile } from './correcting/corrected-file.js';
export { type HeldColumn, heldColumns } from './correcting/held-columns.js';
export type { HeldRecord } from './correcting/held-record.js';
export { addressEntryId } from './deciding/address-entry.js';
export {
  type ApartContent,
  type AreaContent,
  type MergeContent,
  type NewRuling,
  pairOf,
  type Ruling,
  type RulingAct,
  type RulingKind,
} from './deciding/ruling.js';
export { type Deciding, Rulings } from './deciding/rulings.js';
export { recordsMigrations } from './deciding/rulings-table.js';
export {
  type HolderElsewhere,
  holdersElsewhere,
  type UnresolvedAddress,
  unresolvedAddresses,
} from './deciding/unresolved-addresses.js';
export { bareLimits } from './loading/bare-limits.js';
export { type Load, type LoadEffects, loadFiles } from './loading/load-files.js';
export type { LoadRequest, WrittenFile } from './loading/load-request.js';
export type { LoadedFile, LoadResult, RecordSums } from './loading/load-result.js';
export { proposeForFile } from './loading/propose-file.js';
export type { QuarantinedRecord } from './loading/quarantine.js';
export { type DecisionItem, type DecisionList, readDecisionList } from './loading/read-decision-list.js';
export { writeOwners } from './owners/write-owners.js';
export { isCreditCode } from './parties/credit-code.js';
export type { Evidence, EvidenceKind } from './parties/evidence.js';
export { type PlantedHolder, type PlantedVariant, plantedVariants, plantHolders } from './parties/planted-holders.js';
export type { PeopleEffects } from './people/people-effects.js';
export type { PersonName } from './people/person-name.js';
export {
  erasePersonName,
  keepPersonNames,
  type PersonAct,
  type PersonTables,
  personMigrations,
  readPersonName,
} from './people/person-names.js';
export { Pseudonyms } from './people/pseudonyms.js';
export { AddressReader, type PlaceSheets } from './places/address-reader.js';
export { isWithin } from './places/area-codes.js';
export type { AreaEvidence, AreaReading } from './places/area-reading.js';
export { noiseKinds, plantAddresses } from './places/planted-addresses.js';
export { type FilePreview, previewFile } from './preview/preview-file.js';
export type { PreviewColumn, Proposal } from './reading/propose/propose-mapping.js';
export { type HolderColumns, holderKeySql } from './resolution/holder-rows.js';
export { partyRowsSql } from './resolution/party-tables.js';
export { type HolderRow, openPlantedSession } from './resolution/planted-session.js';
export {
  emptyExtract,
  type PartiesApart,
  type PartyMerge,
  type ResolutionExtract,
  type SettledArea,
} from './resolution/resolution-extract.js';
export { type ResolutionEffects, type ResolvedHoldings, resolveHoldings } from './resolution/resolve-holdings.js';
export {
  type ResolutionReport,
  type ResolutionSettings,
  resolutionSteps,
  resolveParties,
} from './resolution/resolve-parties.js';
