import type { Guideline } from '@zhiheng/programme';

/** `programme import`: what was read in a guideline, and the draft that keeps it. Nothing of it is accepted yet. */
export interface GuidelineAnswer extends Guideline {
  /** Id of the draft; the same text gives the same. */
  readonly draft: string;
  /** Of the document's bytes. */
  readonly sha256: string;
  readonly file: string;
  readonly format: 'txt' | 'html' | 'docx' | 'pdf';
  readonly lines: number;
  readonly importedAt: string;
  readonly importedBy: string;
  /** True when the draft stood already. */
  readonly known: boolean;
}

/** `programme drafts`: a guideline that was imported. */
export interface GuidelineDraftRow
  extends Pick<
    GuidelineAnswer,
    'draft' | 'title' | 'number' | 'issuedOn' | 'year' | 'file' | 'format' | 'importedAt' | 'importedBy'
  > {
  readonly items: number;
  readonly targets: number;
  readonly noise: number;
}

/** `programme list`: a programme in force. */
export interface ProgrammeRow {
  readonly id: string;
  readonly names: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', string>>;
  readonly number: string;
  readonly year: number;
  readonly targets: number;
  readonly handIn: { readonly due: string; readonly to: string };
}
