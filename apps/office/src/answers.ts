import type {
  CodeNames,
  Definition,
  DurationMultiset,
  FigurePart,
  FigureRow,
  OpenedRecords,
  RecordExplanation,
  ShownDialect,
  ShownExpression,
} from '@zhiheng/indicators';
import type { Verdict } from '@zhiheng/programme';
import type {
  CheckResult,
  FilePreview,
  FoundRows,
  HeldColumn,
  LoadResult,
  QuarantinedRecord,
  RecordSums,
} from '@zhiheng/records';
import type { FaultReport, LocalizedText, Observation, Origin, Progress, Publication } from '@zhiheng/vocabulary';
import type { NamedCodes } from './classification/named-codes.js';

/** `GET /api/office`: what the head of every page needs. */
export interface OfficeAnswer {
  readonly office: string;
  readonly version: string;
  readonly today: string;
  /** IANA name of the zone in which the office's days begin and moments are shown. */
  readonly timeZone: string;
  /** Datasets with records in the newest release. */
  readonly datasets: readonly ('real' | 'synthetic')[];
  readonly release: string | null;
  readonly vintage: string | null;
  readonly effective: string | null;
  readonly programmes: readonly { readonly id: string; readonly names: LocalizedText; readonly year: number }[];
}

/** `GET /api/programmes/:id/overview` */
export interface OverviewAnswer {
  readonly programme: {
    readonly id: string;
    readonly names: LocalizedText;
    readonly year: number;
    readonly number: string;
    /** Departments that have a name in other languages; owners and `handIn.to` name them by `zh-Hans`. */
    readonly departments: readonly LocalizedText[];
  };
  readonly handIn: { readonly due: string; readonly daysLeft: number; readonly to: string };
  readonly vintage: string | null;
  readonly effective: string;
  readonly verdicts: readonly Verdict[];
}

/** `GET /api/indicators` */
export interface IndicatorListItem {
  readonly id: string;
  readonly names: LocalizedText;
  readonly unit: string;
  readonly kind: Definition['kind'];
  readonly provisional: boolean;
  readonly summary: LocalizedText;
  readonly decimals: number;
  readonly better: Definition['better'];
  /** The records it is counted from; null where it is not. */
  readonly table: string | null;
  /** Text that a search looks at: every language, and Chinese in simplified and traditional characters, in lower case. */
  readonly sought: string;
}

/** `GET /api/indicators/values`, `indicator values`: the latest value of an indicator, of the widest area, and the years before. */
export interface IndicatorValue
  extends Pick<
    Observation,
    | ('indicator' | 'area' | 'period' | 'breakdown' | 'statistic' | 'value' | 'bound')
    | ('precision' | 'unit' | 'origin' | 'dataset' | 'status')
  > {
  /** The last years with a value, the oldest first. */
  readonly trend: readonly Pick<Observation, 'period' | 'value' | 'unit'>[];
}

/** `GET /api/indicators/:id`, and `indicator show ID` */
export interface IndicatorAnswer {
  readonly definition: Definition;
  /** SQL of the figures for this engine; null where nothing is computed from records. */
  readonly sql: string | null;
  /** The same for each engine that it is shown for. */
  readonly statements: Readonly<Record<ShownDialect, string>> | null;
  /** Its expressions as SQL of the same engines; none where nothing is computed from records. */
  readonly expressions: readonly ShownExpression[];
  /** What it is made of, by name; none where it is not made of other figures. */
  readonly parts: readonly IndicatorPart[];
  /** Names of the codes of concordance tables that it is told by, by dimension and code. */
  readonly codes: CodeNames;
  /** Everything that its figures rest on, itself first, with the hash of each. */
  readonly closure: readonly { readonly id: string; readonly kind: Definition['kind']; readonly hash: string }[];
}

/** One part of a made definition, with what it stands for where the file leaves it open. */
export interface IndicatorPart extends FigurePart {
  /** `numerator`, `denominator`, `of`, or the name in the formula: what `records --part` asks for. */
  readonly name: string;
  readonly names: LocalizedText;
  readonly kind: Definition['kind'];
  readonly unit: string;
  readonly origin: Origin;
}

/** A row of a figure; by codes of a concordance table with their names beside. */
export type NamedFigureRow = FigureRow & NamedCodes;

/** `GET /api/figures?indicator=&area=&period=&by=&origin=&office=&dataset=&vintage=` (area, period: several, comma-separated) */
export interface FiguresAnswer {
  readonly rows: readonly NamedFigureRow[];
}

/**
 * `GET /api/records?indicator=&area=&period=&by=&office=&dataset=&vintage=&leftOut=&limit=&after=`,
 * and `records`. Pages by key: `after` is the `next` of the page before. Rows have `party`: that of the holder they name, null
 * where the release resolved none and where names are masked.
 */
export interface RecordsAnswer extends Omit<OpenedRecords, 'publication'> {
  /** Where the records are from; both null where a figure opens to its publication. */
  readonly vintage: string | null;
  readonly release: string | null;
  /** Set where the figure is published: it opens to its publication, not to records. */
  readonly publication: Publication | null;
}

/** `GET /api/why?indicator=&id=&area=&period=&by=&part=&office=&dataset=&vintage=`, `why`: why one record counts, or does not. */
export interface WhyAnswer extends RecordExplanation {
  readonly vintage: string;
  readonly release: string;
}

/** `GET /api/durations?indicator=&area=&period=&by=&office=&dataset=&vintage=`, `durations`: how long the cases behind a duration took. */
export interface DurationsAnswer extends DurationMultiset {
  /** Months within which a case should end; null where the definition names none. */
  readonly target: number | null;
  readonly vintage: string;
}

/** `GET /api/areas`: the groups and the 34 provincial units; `?find=` any province, city or county by name; `?codes=` those of codes. */
export interface AreaAnswer {
  readonly code: string;
  readonly level: string;
  readonly names: LocalizedText;
  /** Names of the areas that hold a city or a county, the widest first. */
  readonly within: readonly LocalizedText[];
}

/** `GET /api/checks?release=`, `check`: what one check found, with its words; null where its file is at fault. */
export interface CheckAnswer extends Omit<CheckResult, 'definition'> {
  readonly table: string | null;
  readonly kind: string | null;
  readonly names: LocalizedText | null;
  readonly introduction: LocalizedText | null;
  readonly advice: LocalizedText | null;
  readonly source: string | null;
  readonly provisional: boolean;
}

/** `GET /api/checks/:id/rows?release=&after=&limit=`, `check rows ID`; `total = visible + withheldByRight`. */
export interface CheckRowsAnswer extends FoundRows {
  readonly id: string;
  /** The table whose rows they are. */
  readonly table: string;
  readonly total: number;
  readonly withheldByRight: number;
}

/** `GET /api/checks/:id/history`, `check history ID`: what one check found in a release. */
export interface CheckHistoryRow {
  readonly release: string;
  readonly createdAt: string;
  readonly count: number | null;
  readonly ran: boolean;
  readonly severity: CheckResult['severity'];
  /** Who accepted it by name, making the release, and why; null where nobody had to. */
  readonly accepted: { readonly by: string; readonly reason: string } | null;
}

/** How one check stands over some records. */
export interface CheckStanding extends CheckAnswer {
  /** `failed`: it did not run, which is a failure; `pending`: not run yet over these records. */
  readonly state: 'ran' | 'failed' | 'pending';
  /** True where it holds a release back. */
  readonly holdsBack: boolean;
  /** What it found in the last releases, the oldest first. */
  readonly trend: readonly CheckHistoryRow[];
}

/** `GET /api/checks/overview?release=`: what is known, without running any check. */
export interface CheckOverviewAnswer {
  /** Null: what is loaded. */
  readonly release: string | null;
  /** False where nothing is loaded yet. */
  readonly loaded: boolean;
  /** The day of the check. */
  readonly asOf: string | null;
  /** When a check last ran over these records since the office was opened; null where none did. */
  readonly ranAt: string | null;
  /** The run over these records that is under way. */
  readonly running: Pick<RunningJob, 'id' | 'person' | 'progress'> | null;
  readonly checks: readonly CheckStanding[];
}

/** `GET /api/checks/:id?release=`, `check show ID` */
export interface CheckShowAnswer {
  readonly standing: CheckStanding;
  /** Of a check of single rows; null for the other kinds, and where the file is at fault. */
  readonly expression: string | null;
  /** How it is asked over these records; null where nothing is loaded, or the file is at fault. */
  readonly sql: string | null;
  /** Name of the file below the definitions, and its text. */
  readonly file: string;
  readonly text: string;
  readonly history: readonly CheckHistoryRow[];
}

/** `GET /api/records/:id?release=`, `record ID`: the rows of one record, as far as the scope shows them. */
export interface RecordAnswer {
  readonly id: string;
  readonly tables: readonly {
    readonly table: string;
    readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  }[];
}

/** `GET /api/running`, `running`: heavy work that runs or has just ended. */
export interface RunningJob {
  readonly id: string;
  /** Name of the command: `load`, `compute`, `release-verify` … */
  readonly command: string;
  /** What it works on: paths of files, the name of a release. */
  readonly about: readonly string[];
  readonly person: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Stage `waiting` while other work has to end first; null before the first report. */
  readonly progress: Progress | null;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Null while it runs; then the answer of the command, or its fault. */
  readonly outcome: JobOutcome | null;
}

export interface JobOutcome {
  readonly json: unknown;
  readonly exit: 0 | 1;
  readonly fault: FaultReport | null;
  /** True where it is told here without what it quotes of files or records. */
  readonly withheld: boolean;
}

/** `GET /api/running/:id/faults`: what is wrong with the files of a load, with what was found in them. */
export interface LoadFaultsAnswer {
  /** Of the load as a whole. */
  readonly fault: FaultReport | null;
  readonly files: readonly { readonly path: string; readonly error: FaultReport }[];
}

/** One file of a past load. */
export interface LoadedSource extends RecordSums {
  readonly path: string;
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** One load that stands, with its act. */
export interface PastLoad extends RecordSums {
  /** Number of the load, from 1. */
  readonly revision: number;
  readonly time: string;
  readonly person: string;
  readonly hash: string;
  readonly bytes: number;
  readonly files: readonly LoadedSource[];
  /** The quarantined record that this load put right; null for others. */
  readonly corrects: string | null;
}

/** `GET /api/loads?limit=&after=`, `loads`: the newest first; `next` is the `after` of the page behind. */
export interface LoadsAnswer {
  readonly total: number;
  /** Of all loads that stand. */
  readonly sums: RecordSums;
  readonly rows: readonly PastLoad[];
  readonly next: number | null;
}

/** A quarantined record with who put it right, if anyone did. */
export interface HeldQuarantine extends QuarantinedRecord {
  readonly resolved: { readonly by: string; readonly at: string } | null;
}

/** `GET /api/quarantine?file=&all=&limit=&after=`; `next` is the `after` of the page behind. */
export interface QuarantinePage {
  /** Records not put right yet, of the file when one was named. */
  readonly open: number;
  readonly resolved: number;
  readonly rows: readonly HeldQuarantine[];
  readonly next: string | null;
  /** Files with open records, and how many. */
  readonly files: readonly { readonly file: string; readonly open: number }[];
}

/** `GET /api/quarantine/:id`, `quarantine show ID` */
export interface QuarantineAnswer {
  readonly record: HeldQuarantine;
  readonly format: string | null;
  /** Columns of a row of a table; null where only a whole corrected text will do. */
  readonly columns: readonly HeldColumn[] | null;
  /** False where what the file was read by is not kept: then the file itself has to be loaded again. */
  readonly correctable: boolean;
}

/** `POST /api/quarantine/:id/fix`, `quarantine fix ID` */
export interface QuarantineFixAnswer {
  readonly id: string;
  readonly resolved: boolean;
  /** What became of the corrected record; nothing is kept of one that is at fault again. */
  readonly load: LoadResult;
  /** What is still wrong, when it is. */
  readonly fault: Pick<QuarantinedRecord, 'field' | 'code' | 'found' | 'expected'> | null;
}

/** `POST /api/uploads?name=`: a file that waits in the work folder for its load. */
export interface UploadAnswer {
  readonly upload: string;
  readonly name: string;
  readonly bytes: number;
}

/** `POST /api/uploads/:id/preview` */
export type PreviewAnswer = FilePreview;
