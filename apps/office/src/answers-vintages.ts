import type {
  CorrectionNotice,
  FigureRow,
  OpenedRecord,
  PublicationRound,
  VintagePublication,
} from '@zhiheng/indicators';
import type { Breakdown, Dataset, LocalizedText, Period, Publication, Statistic, Status } from '@zhiheng/vocabulary';
import type { NamedCodes } from './classification/named-codes.js';

/** Where a vintage stands: computed and no more, waiting for its second person, what is current for everyone, or replaced by a later one. */
export type VintageStanding = 'computed' | 'proposed' | 'published' | 'superseded';

/** The newest proposal of a vintage that nobody has ended, or that was returned. */
export interface OpenProposal extends Pick<PublicationRound, 'state' | 'version'> {
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly reason: string;
  /** By whom it was returned, and why; null where it was not. */
  readonly returned: { readonly by: string; readonly time: string; readonly reason: string } | null;
}

/** `GET /api/vintages`, `vintage list`: a vintage as the list of all tells it. */
export interface VintageAnswer {
  readonly vintage: string;
  readonly release: string;
  readonly effective: string;
  readonly ledgerPosition: number;
  readonly indicators: number;
  readonly createdAt: string;
  readonly hash: string;
  /** Persons who computed it, each once. */
  readonly computedBy: readonly string[];
  readonly standing: VintageStanding;
  /** Its newest publication; null where it never was published. */
  readonly publication: VintagePublication | null;
  readonly proposal: OpenProposal | null;
  /** What whoever asks could do with it now: `propose`, `propose-again`, `sign`, `return`, `withdraw`. */
  readonly acts: readonly string[];
}

/** One definition as a vintage holds it. */
export interface ShownDefinition {
  readonly id: string;
  readonly names: LocalizedText;
  readonly kind: string;
  /** Of the definition's closure. */
  readonly hash: string;
  /** Values of its set; null where nothing is computed from records. */
  readonly values: number | null;
}

/** `GET /api/vintages/:name`, `vintage show V`: what a vintage rests on, and what it holds. */
export interface VintageShown {
  readonly vintage: string;
  /** SHA-256 of its manifest. */
  readonly hash: string;
  readonly createdAt: string;
  /** Persons who computed it, each once. */
  readonly computedBy: readonly string[];
  readonly release: string;
  readonly releaseHash: string;
  readonly ledgerPosition: number;
  readonly effective: string;
  /** Hashes of reference files by name. */
  readonly reference: Readonly<Record<string, string>>;
  readonly compiler: string;
  readonly datasets: readonly { readonly office: string; readonly dataset: Dataset }[];
  readonly definitions: readonly ShownDefinition[];
  /** Values of all sets. */
  readonly values: number;
  readonly standing: VintageStanding;
  readonly publication: VintagePublication | null;
  readonly proposal: OpenProposal | null;
  readonly acts: readonly string[];
}

/** Why two figures differ. `decided` and `table` stand for what people decide and for tables of classes; no vintage holds any yet. */
export const differenceReasons = [
  'added',
  'removed',
  'changed',
  'decided',
  'redefined',
  'reference',
  'table',
  'compiler',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

/** A reason, and how many records it concerns; null: it holds for the figure as a whole, or nobody counted. */
export interface CountedReason {
  readonly kind: DifferenceReason;
  readonly count: number | null;
}

/** A value of one vintage beside that of another. */
export interface ComparedValue extends NamedCodes {
  readonly indicator: string;
  readonly office: string;
  readonly dataset: Dataset;
  readonly area: string;
  readonly period: Period;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
  readonly unit: string;
  readonly origin: 'computed' | 'published';
  /** Null: missing. */
  readonly before: number | null;
  readonly after: number | null;
  /** Records behind each. */
  readonly beforeN: number | null;
  readonly afterN: number | null;
  readonly beforeStatus: Status;
  readonly afterStatus: Status;
  /** How far apart they are, what is missing as nothing. */
  readonly size: number;
  readonly reasons: readonly CountedReason[];
}

/** How many values of an indicator were compared; `compared = equal + different`. */
export interface ComparedIndicator {
  readonly indicator: string;
  readonly names: LocalizedText;
  readonly compared: number;
  readonly equal: number;
  readonly different: number;
  /** Values that the earlier one told and the later one tells otherwise, or no more: what a correction counts. */
  readonly corrected: number;
  /** Both vintages hold the very same files, and the same is known of both: nothing was read. */
  readonly same: boolean;
  /** The definition is another. */
  readonly redefined: boolean;
  /** The one vintage that holds the indicator, where the other does not. */
  readonly only: 'before' | 'after' | null;
}

/** One of the two. */
export interface ComparedVintage {
  readonly vintage: string;
  readonly release: string;
  readonly effective: string;
  readonly createdAt: string;
}

/** `GET /api/vintages/compare`, `vintage compare V1 V2`: the values that differ, the largest difference first. */
export interface VintageComparison {
  readonly before: ComparedVintage;
  readonly after: ComparedVintage;
  readonly totals: { readonly compared: number; readonly equal: number; readonly different: number };
  readonly indicators: readonly ComparedIndicator[];
  readonly rows: readonly ComparedValue[];
  /** `after` of the next page; null on the last. */
  readonly next: number | null;
}

/** A figure in both vintages, in one of its statistics. */
export type ExplainedValue = Pick<
  ComparedValue,
  'office' | 'dataset' | 'statistic' | 'unit' | 'origin' | 'before' | 'after' | 'beforeStatus' | 'afterStatus'
> & {
  readonly beforePublication: Publication | null;
  readonly afterPublication: Publication | null;
};

/** Records of a figure in two vintages: `before + added − removed = after`, `both + added = after`. */
export interface PairedRecords {
  readonly before: number;
  readonly after: number;
  readonly both: number;
  /** Count in the later one alone: `fresh` of them the earlier release does not have, `admitted` it has. */
  readonly added: { readonly total: number; readonly fresh: number; readonly admitted: number };
  /** Count in the earlier one alone: `gone` of them the later release does not have, `leftOut` it has. */
  readonly removed: { readonly total: number; readonly gone: number; readonly leftOut: number };
}

export const recordSides = ['added', 'removed', 'both'] as const;
export type RecordSide = (typeof recordSides)[number];

/** A record that counts in one of two vintages, or in both. */
export type PairedRecord = OpenedRecord & {
  /** What it is to the other vintage: its release does not have it, or it has and does not count it; null: it counts in both. */
  readonly otherwise: 'absent' | 'left-out' | null;
  /** The first test that left it out there; null where it lies in another area, dataset or part there, or may not be told. */
  readonly leftOutThere: string | null;
};

/** A page of records; `total = visible + withheldByRight`. */
export interface PairedPage {
  readonly side: RecordSide;
  readonly total: number;
  readonly visible: number;
  readonly withheldByRight: number;
  readonly rows: readonly PairedRecord[];
  readonly next: string | null;
}

/** A length of time that more or fewer records took in one of two vintages. */
export interface ComparedLength {
  /** In months, times `perMonth`. */
  readonly measure: number;
  readonly before: number;
  readonly after: number;
}

/** A part of a made figure in both vintages. */
export interface ExplainedPart {
  readonly part: string;
  readonly indicator: string;
  readonly names: LocalizedText;
  readonly area: string;
  readonly period: Period;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** `GET /api/vintages/explain`, `explain INDICATOR --between V1 V2`: why two figures differ. */
export interface FigureExplanation {
  readonly before: ComparedVintage;
  readonly after: ComparedVintage;
  /** Of a part that was asked for: the figure behind it. */
  readonly indicator: string;
  readonly area: string;
  readonly period: Period;
  readonly by: string | null;
  readonly values: readonly ExplainedValue[];
  readonly reasons: readonly CountedReason[];
  /** Null where no records are counted: a published figure, one that is made of others. */
  readonly records: PairedRecords | null;
  /** Of a duration: the lengths whose numbers differ, the shortest first. */
  readonly lengths: { readonly perMonth: number; readonly rows: readonly ComparedLength[] } | null;
  /** Of a made figure: its parts, each to be explained by `part`. */
  readonly parts: readonly ExplainedPart[];
  /** Records of the side that was asked for. */
  readonly page: PairedPage | null;
}

/** `GET /api/vintages/notices`, `vintage notices`: published values that were replaced by others; both vintages stay as they are. */
export interface CorrectionAnswer extends Omit<CorrectionNotice, 'differing'> {
  /** How many values differ. */
  readonly values: number;
  /** By indicator; names are those of now, null where there is none any more. */
  readonly indicators: readonly {
    readonly indicator: string;
    readonly values: number;
    readonly names: LocalizedText | null;
  }[];
}

/** A figure as one vintage told it, beside what the vintage before it told. */
export interface FigureRevision {
  readonly vintage: string;
  readonly release: string;
  readonly effective: string;
  readonly createdAt: string;
  readonly computedBy: readonly string[];
  readonly standing: VintageStanding;
  readonly publication: VintagePublication | null;
  readonly values: readonly Pick<FigureRow, 'office' | 'dataset' | 'statistic' | 'value' | 'status' | 'unit'>[];
  /** Whether the vintage before it told anything else; false for the first. */
  readonly revised: boolean;
  /** The vintage before it; null for the first that holds the indicator. */
  readonly before: string | null;
  /** Why it differs from the one before; empty where it does not. */
  readonly reasons: readonly CountedReason[];
}

/** A value as a body published it, whether it holds still or not. */
export interface PublishedEdition {
  readonly value: number;
  readonly unit: string;
  readonly publication: Publication;
  readonly superseded: boolean;
}

/** `GET /api/vintages/history`, `vintage history INDICATOR`: what a figure was, the newest first. */
export interface FigureHistory {
  readonly indicator: string;
  readonly area: string;
  readonly period: Period;
  readonly by: string | null;
  readonly revisions: readonly FigureRevision[];
  /** `from` of the next page; null on the last. */
  readonly next: string | null;
  readonly editions: readonly PublishedEdition[];
}
