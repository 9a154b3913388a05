import type { Clause, Guideline, Programme, ProgrammeItem, ProgrammeSection } from '@zhiheng/programme';
import type { LocalizedText } from '@zhiheng/vocabulary';

/** `GET /api/programmes/comparable`, `programme comparable`; `GET /api/programmes/compare`, `programme compare A B`. */
export type { ComparedHead, ProgrammeComparison } from '@zhiheng/programme';

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

/** A figure or target that a clause is tied to, by its names; null where the office has no definition of it. */
export interface NamedLink {
  readonly id: string;
  readonly names: LocalizedText | null;
}

/** A clause with the names of what it is tied to. */
export interface ShownClause extends Omit<Clause, 'indicators' | 'targets'> {
  readonly indicators: readonly NamedLink[];
  readonly targets: readonly NamedLink[];
}

export interface ShownSection extends Omit<ProgrammeSection, 'items'> {
  readonly items: readonly (Omit<ProgrammeItem, 'clauses'> & { readonly clauses: readonly ShownClause[] })[];
}

/** `GET /api/programmes/:id`, `programme show ID`: what a programme asks for, in the order of its document. */
export interface ProgrammeAnswer
  extends Pick<
    Programme,
    'id' | 'names' | 'number' | 'issuedOn' | 'year' | 'handIn' | 'ownersProposed' | 'departments'
  > {
  readonly sections: readonly ShownSection[];
}
