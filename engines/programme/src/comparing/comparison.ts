import type { Day } from '@zhiheng/vocabulary';
import type { SectionRole } from '../clause.js';
import type { GuidelineTarget } from '../guideline/guideline.js';

/** What is compared: a guideline as it was read, or a programme in force. */
export interface ComparedHead {
  readonly id: string;
  readonly kind: 'draft' | 'programme';
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  readonly year: number | null;
  /** `document`: the words of the text itself; `own`: our short words. */
  readonly words: 'document' | 'own';
}

/** An owner by name; `id` where the office has an organisation of that name. */
export interface ComparedOwner {
  readonly name: string;
  readonly id: string | null;
}

/** A numbered item, or a paragraph of a section without items. */
export interface ComparedItem {
  /** Index of its section. */
  readonly section: number;
  /** Numbers of the items above it and its own: `(一)`, `(一) 1.`; empty where it has none. */
  readonly number: string;
  readonly title: string;
  /** Without the notes that name owners. */
  readonly text: string;
  readonly owners: readonly ComparedOwner[];
  /** Line of the document; null where it was not read from one. */
  readonly line: number | null;
}

export interface ComparedSection {
  readonly title: string | null;
  readonly role: SectionRole;
}

/** Of a target what a comparison looks at; `id` null where it was read from a text. */
export interface ComparedTarget
  extends Pick<GuidelineTarget, 'kind' | 'subject' | 'limit' | 'unit' | 'direction' | 'due' | 'approximate' | 'text'> {
  readonly id: string | null;
}

/** One side of a comparison. */
export interface ComparedSide {
  readonly head: ComparedHead;
  readonly sections: readonly ComparedSection[];
  readonly items: readonly ComparedItem[];
  readonly targets: readonly ComparedTarget[];
}

/** A part of a text with whether the other text lacks it. */
export interface TextPart {
  readonly text: string;
  readonly changed: boolean;
}

export const itemChanges = ['new', 'gone', 'moved', 'reworded', 'owners'] as const;
export type ItemChangeKind = (typeof itemChanges)[number];

export const targetChanges = [
  'new',
  'gone',
  'tightened',
  'loosened',
  'limit',
  'unit',
  'due',
  'kind',
  'direction',
] as const;
export type TargetChangeKind = (typeof targetChanges)[number];

/** An item with where it stands. */
export interface PlacedItem extends Omit<ComparedItem, 'section'> {
  readonly section: ComparedSection;
}

export interface ItemComparison {
  /** Null for a new one. */
  readonly before: PlacedItem | null;
  /** Null for one that is gone. */
  readonly after: PlacedItem | null;
  /** How far the words of both are alike, 0 to 1; null where there is but one. */
  readonly likeness: number | null;
  /** None: the same. */
  readonly changes: readonly ItemChangeKind[];
  /** Title and text of both in their parts; null where words are not compared or do not differ. */
  readonly difference: { readonly before: readonly TextPart[]; readonly after: readonly TextPart[] } | null;
  readonly ownersNew: readonly string[];
  readonly ownersGone: readonly string[];
}

export interface TargetComparison {
  readonly before: ComparedTarget | null;
  readonly after: ComparedTarget | null;
  readonly likeness: number | null;
  readonly changes: readonly TargetChangeKind[];
}

/** Two programmes item by item, in the order of the later one; what is gone stands where it stood. */
export interface ProgrammeComparison {
  readonly before: ComparedHead;
  readonly after: ComparedHead;
  /** False where a side has our own short words: then no item is told as reworded. */
  readonly wordsCompared: boolean;
  readonly items: readonly ItemComparison[];
  readonly targets: readonly TargetComparison[];
}
