import type { Day } from '@zhiheng/vocabulary';
import type { SectionRole } from '../clause.js';
import type { TargetKind } from '../programme.js';
import type { Span } from './text/traced-text.js';

/** One organisation that a text names. */
export interface NamedOwner {
  /** In simplified characters, converted wording restored. */
  readonly name: string;
  /** Id of the organisation of that name; null where the office has none. */
  readonly id: string | null;
  /** A supporting organisation helps; the others answer for the work. */
  readonly supporting: boolean;
}

/** A note in brackets that names who answers for the sentences before it. */
export interface OwnerNote {
  /** As the text has it, without the brackets. */
  readonly text: string;
  readonly owners: readonly NamedOwner[];
  /** True where several answer together, or each by its own duties. */
  readonly joint: boolean;
  /** True where the text goes on with "and others". */
  readonly open: boolean;
  readonly span: Span;
}

export interface GuidelineSentence {
  readonly text: string;
  readonly span: Span;
  /** Index of the note that names its owners, among those of the item; null where none does. */
  readonly note: number | null;
}

/** What a dash or dot begins below an item. */
export interface GuidelineBullet {
  readonly title: string;
  readonly text: string;
  readonly span: Span;
}

export interface GuidelineItem {
  /** As folded: `(一)`, `1.`, `第三条`. */
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Names of all owners of its notes and of those of its children. */
  readonly owners: readonly string[];
  readonly ownerIds: readonly (string | null)[];
  readonly joint: boolean;
  readonly span: Span;
  readonly notes: readonly OwnerNote[];
  readonly sentences: readonly GuidelineSentence[];
  readonly bullets: readonly GuidelineBullet[];
  readonly children: readonly GuidelineItem[];
}

export interface GuidelineSection {
  /** Null where the text begins without a heading. */
  readonly title: string | null;
  readonly role: SectionRole;
  readonly span: Span | null;
  readonly items: readonly GuidelineItem[];
  /** What stands in the section outside of its items. */
  readonly paragraphs: readonly { readonly text: string; readonly span: Span }[];
}

export interface GuidelineTarget {
  readonly kind: TargetKind;
  /** What is measured, in simplified characters, converted wording restored. */
  readonly subject: string;
  /** As the text has it: 93 for 93 %, 10 for a growth by 10 %; null where no number is given. */
  readonly limit: number | null;
  readonly unit: string | null;
  readonly direction: 'rises' | 'falls' | null;
  readonly due: Day | null;
  readonly owners: readonly string[];
  readonly ownerIds: readonly (string | null)[];
  /** The clause it was read in, and where. */
  readonly text: string;
  readonly span: Span;
  /** True for the words 左右, 约, 力争: the number is not a strict limit. */
  readonly approximate: boolean;
}

export interface GuidelineHandIn {
  readonly due: Day | null;
  readonly to: string;
  readonly toId: string | null;
  readonly forms: readonly ('paper' | 'electronic')[];
  readonly text: string;
  readonly span: Span;
}

export interface GuidelineNoise {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly confidence: number;
  /** True where the other copy of a body that stands twice lacks it. */
  readonly proven: boolean;
  /** What the line reads around it. */
  readonly before: string;
  readonly after: string;
}

/** A guideline as it was read, before anybody accepted anything of it. */
export interface Guideline {
  readonly title: string | null;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  readonly year: number | null;
  /** Where title, number and day stand; null where none was read. */
  readonly places: { readonly title: Span | null; readonly number: Span | null; readonly issuedOn: Span | null };
  readonly noise: readonly GuidelineNoise[];
  readonly repeated: readonly { readonly lines: readonly [number, number]; readonly of: readonly [number, number] }[];
  /** Places where copies of a repeated body say different words. */
  readonly differences: readonly {
    readonly original: Span;
    readonly copy: Span;
    readonly texts: readonly [string, string];
  }[];
  readonly sections: readonly GuidelineSection[];
  readonly targets: readonly GuidelineTarget[];
  readonly handIns: readonly GuidelineHandIn[];
}
