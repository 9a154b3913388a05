import type { Definition, FigureRow } from '@zhiheng/indicators';
import type { Verdict } from '@zhiheng/programme';
import type { LocalizedText, Publication } from '@zhiheng/vocabulary';

/** `GET /api/office`: what the head of every page needs. */
export interface OfficeAnswer {
  readonly office: string;
  readonly version: string;
  readonly today: string;
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
}

/** `GET /api/indicators/:id`, and `indicator show ID` */
export interface IndicatorAnswer {
  readonly definition: Definition;
  /** SQL of the figures as the engine runs it; null for a reported series. */
  readonly sql: string | null;
}

/** `GET /api/figures?indicator=&area=&period=&by=&origin=&office=&dataset=&vintage=` (area, period: several, comma-separated) */
export interface FiguresAnswer {
  readonly rows: readonly FigureRow[];
}

/** One record behind a figure. Columns beyond these are the ones that the definition uses. */
export interface OpenedRecord {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly holder: string | null;
  readonly area: string;
  readonly kind: string;
  /** The date that counted; for a left-out record, null where there is none. */
  readonly countedOn: string | null;
  /** Conditions that admitted the record; empty for a left-out record. */
  readonly admittedBy: readonly string[];
  /** The first test that left the record out; null for an admitted one. */
  readonly leftOutBy: string | null;
  readonly [column: string]: unknown;
}

/**
 * `GET /api/records?indicator=&area=&period=&by=&office=&dataset=&vintage=&leftOut=&limit=&after=`,
 * and `records`. Pages by key: `after` is the `next` of the page before.
 */
export interface RecordsAnswer {
  readonly total: number;
  readonly visible: number;
  readonly withheldByRight: number;
  readonly rows: readonly OpenedRecord[];
  readonly next: string | null;
  /** Set where the figure is published: it opens to its publication, not to records. */
  readonly publication: Publication | null;
}

/** `GET /api/areas` : `[{code, level, names}]` of the groups and the 34 provincial units */
export interface AreaAnswer {
  readonly code: string;
  readonly level: string;
  readonly names: LocalizedText;
}
