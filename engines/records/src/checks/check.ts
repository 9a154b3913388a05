import type { Expression } from '@zhiheng/expressions';
import type { CoverageEvent, LocalizedText } from '@zhiheng/vocabulary';
import type { CheckedForm } from './check-character.js';

/** An error holds a release back; a warning is looked at; a note explains what figures may show. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

interface CheckHead {
  readonly id: string;
  readonly severity: Severity;
  readonly table: string;
  readonly names: LocalizedText;
  /** What is looked for, and why it matters. */
  readonly introduction: LocalizedText;
  /** What to do about the rows found. */
  readonly advice: LocalizedText;
  /** Where a rule is meant: which one; null where the check is plain sense. */
  readonly source: string | null;
  /** True where the official text was not at hand. */
  readonly provisional: boolean;
  /** Columns whose values are shown with the rows. */
  readonly shows: readonly string[];
}

/** Finds the rows that an expression is true of. */
export interface RowCheck extends CheckHead {
  readonly kind: 'row';
  readonly expression: Expression;
  /** Looks only at offices whose coverage tells of this event; null: at all. */
  readonly covered: CoverageEvent | null;
}

/** Finds the rows that share the values of some columns with another row; rows that lack one of them are let be. */
export interface UniqueCheck extends CheckHead {
  readonly kind: 'unique';
  readonly columns: readonly string[];
}

/** Finds the rows whose event lies where the coverage of its office and kind cannot tell of it. */
export interface CoverageCheck extends CheckHead {
  readonly kind: 'within-coverage';
  readonly event: CoverageEvent;
}

/** Finds years of a region with many times, or a small part of, the records of the year before and the year after. */
export interface NeighbourCheck extends CheckHead {
  readonly kind: 'neighbour-ratio';
  /** The column that dates a record. */
  readonly date: string;
  readonly factor: number;
  /** Years are compared where the larger of the two has so many records. */
  readonly least: number;
}

/** Finds the rows whose code does not bear the check character that its other characters give; rows without a code are let be. */
export interface CharacterCheck extends CheckHead {
  readonly kind: 'check-character';
  readonly column: string;
  /** The standard that says how the character is reckoned. */
  readonly form: CheckedForm;
}

export type Check = RowCheck | UniqueCheck | CoverageCheck | NeighbourCheck | CharacterCheck;
export type CheckKind = Check['kind'];
export const checkKinds = [
  'row',
  'unique',
  'within-coverage',
  'neighbour-ratio',
  'check-character',
] as const satisfies readonly CheckKind[];
