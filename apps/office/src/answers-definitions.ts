import type {
  DefinitionCheck,
  DefinitionPublication,
  DifferenceLine,
  Draft,
  DraftText,
  FigureRow,
  OpenedRecord,
} from '@zhiheng/indicators';
import type { LocalizedText } from '@zhiheng/vocabulary';

/** `GET /api/definitions/drafts`, `indicator drafts`: a draft that waits for somebody. */
export interface DraftRow extends Pick<Draft, 'draft' | 'indicator' | 'state' | 'version' | 'takesBack'> {
  /** Of the definition in force; null for a new indicator. */
  readonly names: LocalizedText | null;
  readonly writtenBy: readonly string[];
  readonly changedBy: string;
  readonly changedAt: string;
  /** What whoever asks could do with it now. */
  readonly acts: readonly string[];
}

/** `GET /api/definitions/drafts/:id`, `indicator draft-show ID`: a draft beside the definition in force. */
export interface DraftAnswer extends Draft, Pick<DraftRow, 'names' | 'writtenBy' | 'acts'> {
  /** Every text that was saved, in order. */
  readonly texts: readonly DraftText[];
  /** The text in force; null for a new indicator. */
  readonly inForce: string | null;
  /** From the text in force to the draft, line by line. */
  readonly difference: readonly DifferenceLine[];
  readonly check: DefinitionCheck;
}

/** One publication, with what it changed; `difference` is null where the file that it replaced is not there any more. */
export interface PublishedChange extends DefinitionPublication {
  readonly difference: readonly DifferenceLine[] | null;
}

/** `GET /api/definitions/:id/history`, `indicator history ID`: the newest first. */
export interface DefinitionHistoryAnswer {
  readonly indicator: string;
  /** What came with the software; null where nothing did. */
  readonly shipped: { readonly text: string; readonly hash: string } | null;
  /** Whether that file has changed since it was replaced: the text of people holds over the new one. */
  readonly shippedChanged: boolean;
  readonly publications: readonly PublishedChange[];
}

/** A value of the draft beside that of the definition in force, over the same records. */
export interface PreviewRow {
  readonly area: string;
  readonly period: string;
  readonly dataset: FigureRow['dataset'];
  readonly statistic: FigureRow['statistic'];
  readonly breakdown: FigureRow['breakdown'];
  readonly unit: string;
  readonly draft: PreviewValue | null;
  readonly inForce: PreviewValue | null;
}

export type PreviewValue = Pick<FigureRow, 'value' | 'status'>;

/** A record as opening shows it, without the tests that admit it. */
export type ChangedRecord = Readonly<Record<string, unknown>> & Pick<OpenedRecord, 'id' | 'countedOn'>;

/** Records that count by one of the two definitions alone; `total = visible + withheldByRight`. */
export interface ChangedRecords {
  readonly total: number;
  readonly visible: number;
  readonly withheldByRight: number;
  /** The first ones that the scope shows, by id. */
  readonly rows: readonly ChangedRecord[];
}

/** `POST /api/definitions/preview`, `indicator preview FILE`: computed now over the newest release, and kept nowhere. */
export interface DefinitionPreview {
  readonly indicator: string;
  readonly release: string;
  readonly decimals: number;
  readonly rows: readonly PreviewRow[];
  /** Where records were compared; null where there is nothing to compare with. */
  readonly compared: { readonly area: string; readonly period: string; readonly dataset: string } | null;
  readonly added: ChangedRecords;
  readonly removed: ChangedRecords;
}
