import type {
  Clause,
  DecidedField,
  FieldState,
  Guideline,
  Programme,
  ProgrammeItem,
  ProgrammeSection,
} from '@zhiheng/programme';
import type { Language, LocalizedText } from '@zhiheng/vocabulary';

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

/** `programme drafts`: a guideline that was imported, or a programme that was moved on by a year. */
export interface GuidelineDraftRow
  extends Pick<
    GuidelineAnswer,
    'draft' | 'title' | 'number' | 'issuedOn' | 'year' | 'file' | 'importedAt' | 'importedBy'
  > {
  readonly kind: 'guideline' | 'roll';
  readonly format: GuidelineAnswer['format'] | 'yaml';
  readonly items: number;
  readonly targets: number;
  readonly noise: number;
  /** Id of the programme that it became; null while it is open. */
  readonly programme: string | null;
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

export type { DecidedField, FieldKind, FieldMark, FieldState, FieldValue } from '@zhiheng/programme';

/** How many fields of a draft are in which state. */
export type ReviewCounts = Readonly<Record<FieldState, number>>;

/** `programme review`: a draft beside its source, with what people decided. */
export interface ReviewAnswer {
  readonly draft: string;
  /** A guideline that was imported, or a programme that is moved on by a year. */
  readonly kind: 'guideline' | 'roll';
  /** The document, or the file of the programme that it was made of. */
  readonly file: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly lines: readonly string[];
  readonly languages: readonly Language[];
  /** Lines of a body that stands twice, and of the one that was read. */
  readonly repeated: Guideline['repeated'];
  readonly fields: readonly DecidedField[];
  readonly counts: ReviewCounts;
  /** Id of the programme that it became; null while it is open. */
  readonly programme: string | null;
  /** Id of the programme that it became before it was opened again, in force meanwhile; null where it was not. */
  readonly reopened: string | null;
  readonly importedAt: string;
  readonly importedBy: string;
}

/** `programme decide`: the fields that are not as they were, and the counts. */
export interface DecideAnswer {
  readonly draft: string;
  readonly changed: readonly DecidedField[];
  readonly counts: ReviewCounts;
}

/** `programme accept`: the programme now in force. */
export interface AcceptAnswer {
  readonly programme: string;
  readonly accepted: number;
  readonly corrected: number;
  readonly rejected: number;
}

/** `programme reopen DRAFT`: the text that stays in force until the draft is accepted anew; `programme editions ID`: each that there was. */
export type { ProgrammeEdition } from '@zhiheng/programme';
