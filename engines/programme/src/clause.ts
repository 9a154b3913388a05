import type { Day, LocalizedText } from '@zhiheng/vocabulary';

/** What a section is for: what is wanted, who does what, how it is to be carried out. */
export const sectionRoles = ['aims', 'duties', 'requirements'] as const;
export type SectionRole = (typeof sectionRoles)[number];

/** What a clause is, by the section it stands in. */
export type ClauseRole = 'aim' | 'duty' | 'requirement';

/** One step of a clause; `due` null: no day is set. */
export interface ClauseMilestone {
  readonly id: string;
  readonly names: LocalizedText;
  readonly due: Day | null;
}

/** A case flow that a clause works by. */
export interface ClauseFlow {
  readonly id: string;
  readonly names: LocalizedText;
  /** Whether the flow can be used; one that is not built yet says so. */
  readonly built: boolean;
}

/** The smallest part of a programme that somebody answers for. */
export interface Clause {
  /** `3a`, `W1`; its own within the programme. */
  readonly id: string;
  readonly role: ClauseRole;
  readonly names: LocalizedText;
  /** What is there once it is done; null where the file does not say. */
  readonly wanted: LocalizedText | null;
  /** Organisations that the document names for it, by their `zh-Hans` names; empty where it names none. */
  readonly owners: readonly string[];
  /** Whether the document lets several answer together, or each by its own duties. */
  readonly joint: boolean;
  /** Organisations that are proposed: where the document names none, or one note covers several clauses. */
  readonly proposed: readonly string[];
  readonly supporting: readonly string[];
  /** Whether every region has its part. */
  readonly regions: boolean;
  readonly due: Day | null;
  readonly milestones: readonly ClauseMilestone[];
  /** What has to be shown before it is closed. */
  readonly evidence: readonly LocalizedText[];
  /** Ids of indicators that tell how it stands. */
  readonly indicators: readonly string[];
  /** Ids of targets of the same programme. */
  readonly targets: readonly string[];
  readonly flows: readonly ClauseFlow[];
  /** Lines of the document, counted from 1; null where it was not written from a text with lines. */
  readonly source: { readonly lines: readonly [number, number] } | null;
  /** True where the clause is our reading and not the document's. */
  readonly provisional: boolean;
}

export interface ProgrammeItem {
  readonly id: string;
  /** As the document numbers it: `(一)`. */
  readonly number: string;
  readonly names: LocalizedText;
  readonly clauses: readonly Clause[];
}

export interface ProgrammeSection {
  readonly id: string;
  readonly role: SectionRole;
  readonly names: LocalizedText;
  readonly items: readonly ProgrammeItem[];
}

/** Every clause of a programme, in its order. */
export function clausesOf({ sections }: { readonly sections: readonly ProgrammeSection[] }): readonly Clause[] {
  return sections.flatMap(({ items }) => items.flatMap(({ clauses }) => clauses));
}
