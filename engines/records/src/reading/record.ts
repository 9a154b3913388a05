import type { Dataset, Day, ErrorCode, HolderType, Kind } from '@zhiheng/vocabulary';
import type { SourceRecord } from './source-record.js';

/** One class symbol of a record, in the notation of its scheme. */
export interface RecordClass {
  /** `ipc`, `cpc`, `locarno`, `uspc` or a scheme that the mapping names. */
  readonly scheme: string;
  /** `2006.01` for IPC and CPC, `7` for the old IPC, `9` for Locarno; null where the source tells none. */
  readonly edition: string | null;
  readonly symbol: string;
}

/** One holder in the order of the source. `name` is empty where the source places a record but names nobody. */
export interface RecordHolder {
  readonly name: string;
  /** ST.3. */
  readonly country: string | null;
  readonly address: string | null;
  /** GB/T 2260 code, `US-CA`, ST.3 code, or `XX` where the area is not known. */
  readonly area: string;
  readonly fromOn: Day | null;
  readonly toOn: Day | null;
  /** Unified social credit code in capitals, right or wrong; left out: not told. */
  readonly creditCode?: string | null;
  readonly holderType?: HolderType | null;
}

/** A patent record in canonical form, whatever file it came from. */
export interface PatentRecord {
  /** `CN:202310123456`, `US:10339710`. */
  readonly id: string;
  readonly office: string;
  readonly dataset: Dataset;
  readonly number: string;
  readonly numberAsGiven: string;
  readonly kind: Kind;
  /** The source's own word for the kind; null where it has none and the number tells the kind. */
  readonly kindAsGiven: string | null;
  readonly route: string | null;
  readonly filedOn: Day | null;
  readonly priorityOn: Day | null;
  readonly publishedOn: Day | null;
  readonly publicationNumber: string | null;
  readonly grantNumber: string | null;
  readonly claimCount: number | null;
  readonly family: string | null;
  readonly fundedProject: string | null;
  readonly agency: string | null;
  readonly department: string | null;
  /** Day of the state that the source tells; null when the source dates none. */
  readonly stateOn: Day | null;
  readonly title: string | null;
  /** Beside a title in another language; left out: not told. */
  readonly titleEn?: string | null;
  readonly abstract: string | null;
  readonly firstClaim: string | null;
  readonly language: string | null;
  readonly examinationRequestedOn: Day | null;
  readonly firstActionOn: Day | null;
  readonly closedOn: Day | null;
  readonly outcome: string | null;
  readonly grantedOn: Day | null;
  readonly ceasedOn: Day | null;
  readonly ceaseReason: string | null;
  readonly classes: readonly RecordClass[];
  readonly holders: readonly RecordHolder[];
}

export interface ReadRecord {
  readonly type: 'record';
  readonly record: PatentRecord | SourceRecord;
  /** What the same source record tells besides, as records of their own: they settle alone and are counted with it. */
  readonly beside?: readonly SourceRecord[];
  /** First byte of the source record, from 0, in the uncompressed file. */
  readonly position: number;
}

/** A source record that is rightly not loaded. */
export interface IgnoredRecord {
  readonly type: 'ignored';
  readonly reason: string;
  readonly position: number;
}

/** A source record at fault: it waits with everything that is needed to put it right. */
export interface QuarantinedRecord {
  readonly type: 'quarantined';
  readonly position: number;
  /** Line from 1 for tables; null for XML. */
  readonly line: number | null;
  /** Canonical column, `filed_on`; null when the record as a whole is at fault. */
  readonly field: string | null;
  readonly code: ErrorCode;
  readonly found: string | null;
  readonly expected: string | null;
  /** The source record, at most its first 64 KiB. */
  readonly raw: string;
  /** The header line of the delimited table it stands in, as written; left out for other files. */
  readonly header?: string;
}

export type ReadItem = ReadRecord | IgnoredRecord | QuarantinedRecord;
