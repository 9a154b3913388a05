import type { Language } from '@zhiheng/vocabulary';
import type { Span } from '../guideline/text/traced-text.js';
import type { RuleValues } from '../programme.js';

export const fieldKinds = [
  ...(['title', 'number', 'issued-on', 'year', 'hand-in', 'section', 'item', 'clause'] as const),
  ...(['owners', 'target', 'overlay', 'noise'] as const),
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type FieldJson = null | boolean | number | string | readonly FieldJson[] | { readonly [key: string]: FieldJson };

/** A value in the form that the programme's file has for it: a target as under `targets`, a clause as under `clauses`. */
export type FieldValue = { readonly [key: string]: FieldJson };

/** What a reviewer must know of a field before accepting it. */
export type FieldMark =
  /** Nothing was read, and the programme needs it. */
  | 'lacking'
  /** The text says "about" or "strive for". */
  | 'approximate'
  /** The unit of the text is none of the vocabulary. */
  | 'unit-open'
  /** The text sets no number that could be judged. */
  | 'rule-open'
  /** No indicator measures it: its verdict stays open. */
  | 'not-linked'
  /** Moved on by a year. */
  | 'reckoned'
  /** The rule that revisions left in force; what was before stands in `was`. */
  | 'revised'
  /** The limit was reached already. */
  | 'limit-reached';

/** A rule that held before. */
export interface EarlierRule {
  readonly from: string | null;
  readonly sets: RuleValues;
  readonly document: string | null;
}

/** One thing that was read, to be accepted, corrected or rejected by a person. */
export interface ReviewField {
  /** `target-T3`, `clause-2.1.3`. */
  readonly id: string;
  readonly kind: FieldKind;
  /** Where it stands; null where nothing was read. */
  readonly span: Span | null;
  /** Last line of what spans several lines. */
  readonly until: number | null;
  /** The item of a clause, the section of an item. */
  readonly within: string | null;
  /** Of a clause: the note that names its owners. */
  readonly owners: string | null;
  readonly read: FieldValue | null;
  readonly marks: readonly FieldMark[];
  readonly was: readonly EarlierRule[];
}

/** A draft as it goes through review: where it came from, and its fields in their order. */
export interface ReviewDraft {
  readonly lines: readonly string[];
  /** The language that texts of the document are in. */
  readonly languages: readonly Language[];
  readonly fields: readonly ReviewField[];
  /** Keys of the programme's file that go over as they are. */
  readonly rest: FieldValue;
}

/** A field with its parts left out where there is nothing to say. */
export function fieldOf(field: Pick<ReviewField, 'id' | 'kind' | 'read'> & Partial<ReviewField>): ReviewField {
  return { span: null, until: null, within: null, owners: null, marks: [], was: [], ...field };
}
