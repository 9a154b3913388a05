import type { Account, ApiKey, Delegation, Organisation, Person, Renewal, RoleGrant, Session } from '@zhiheng/accounts';
import type { CalendarEdit, LetterRound, LetterStanding, Notice, WorkItem } from '@zhiheng/acts';
import type { Act, SignedHead, Verification } from '@zhiheng/ledger';
import type { TaskRow } from '@zhiheng/programme';
import type { Holder, Outcome, Permission } from '@zhiheng/rights';
import type { Actor, Day, LocalizedText } from '@zhiheng/vocabulary';
import type { TableProposalRow } from './answers-classifications.js';
import type { DraftRow } from './answers-definitions.js';
import type { TargetProposalRow } from './answers-targets.js';
import type { VintageAnswer } from './answers-vintages.js';
import type { SettingEdit } from './settings/office-settings.js';
import type { SettingName } from './settings/setting-rules.js';

/** Who asks, and what this one may do: what the head of every page needs. */
export interface SessionAnswer extends Pick<Actor, 'person' | 'kind' | 'account' | 'roles' | 'areas' | 'onBehalfOf'> {
  /** False until the first administrator has used the one-time link: then whoever reaches the page is the local operator. */
  readonly accounts: boolean;
  readonly displayName: string | null;
  readonly organisation: Pick<Organisation, 'id' | 'names'> | null;
  /** Public name of the session; null without one. */
  readonly session: string | null;
  /** Every permission that is not refused outright; some hold only for one's own area, organisation or objects. */
  readonly mayDo: readonly Permission[];
  /** Colleagues in whose place this account may act today. */
  readonly standsInFor: readonly string[];
  /** Items that wait and notices that are unread. */
  readonly waiting: number;
}

/** One's own account with everything that opens it. */
export interface OwnAccountAnswer extends Account {
  readonly personal: Person | null;
  readonly roles: readonly RoleGrant[];
  readonly sessions: readonly Session[];
  readonly keys: readonly ApiKey[];
  /** Given and received. */
  readonly delegations: readonly Delegation[];
}

/** A new API key; `key` is given once. */
export interface NewKeyAnswer extends ApiKey {
  readonly key: string;
}

/** One account in a list; `personal` is null where it was not asked for, may not be seen, or was erased. */
export interface AccountRow extends Omit<Account, 'pseudonym'> {
  readonly personal: Person | null;
  readonly roles: readonly RoleGrant[];
}

export interface MatrixAnswer {
  readonly columns: readonly Holder[];
  readonly rows: readonly {
    readonly permission: Permission;
    readonly description: LocalizedText;
    /** Never by an API key nor in another's place. */
    readonly inPerson: boolean;
    /** In the order of the columns. */
    readonly outcomes: readonly Outcome[];
    /** Commands that ask for it. */
    readonly commands: readonly string[];
  }[];
}

export interface ActsPage {
  readonly acts: readonly Act[];
  /** `before` of the next page; null at the end. */
  readonly next: number | null;
}

export interface AuditVerifyAnswer extends Verification {
  /** The file of anchors that the chain was compared with; null without one. */
  readonly anchorFile: string | null;
  /** Fingerprint of the key that signs this office's heads. */
  readonly key: string;
}

export interface AuditAnchorAnswer extends SignedHead {
  readonly file: string;
}

export interface CalendarAnswer {
  readonly year: number;
  readonly publishedFrom: Day | null;
  readonly publishedUntil: Day | null;
  readonly days: readonly {
    readonly day: Day;
    readonly working: boolean;
    readonly provisional: boolean;
    readonly name: string | null;
    readonly source: string | null;
  }[];
  /** What people set within the year, in order. */
  readonly edits: readonly CalendarEdit[];
}

/** The day reached by counting, and whether the calendar behind it is published. */
export interface DeadlineAnswer {
  readonly from: Day;
  readonly day: Day;
  readonly provisional: boolean;
}

export interface MyWorkAnswer {
  /** Whatever waits for an act of this account, the most urgent first. */
  readonly items: readonly WorkItem[];
  /** The roles among them that wait for a second person. */
  readonly proposals: readonly RoleGrant[];
  /** New one-time links among them that another administrator asked for. */
  readonly renewals: readonly Renewal[];
  /** Drafts of definitions among them. */
  readonly drafts: readonly DraftRow[];
  /** Own concordance tables among them that wait to be accepted. */
  readonly tables: readonly TableProposalRow[];
  /** Changes of targets among them that wait to be accepted. */
  readonly targetChanges: readonly TargetProposalRow[];
  /** Vintages among them that are proposed for publication. */
  readonly vintages: readonly VintageAnswer[];
  /** Tasks of programmes that wait, the earliest deadline first; at most 100. */
  readonly tasks: readonly TaskRow[];
  /** The newest first. */
  readonly notices: readonly Notice[];
}

/** One setting of the office. */
export interface SettingAnswer {
  readonly name: SettingName;
  readonly value: string;
  /** What holds as long as nobody has set it. */
  readonly usual: string;
  /** In order. */
  readonly edits: readonly SettingEdit[];
}

/** How letters go out, which wait and which failed. */
export interface LettersAnswer extends LetterStanding {
  readonly from: string;
  readonly every: string;
  /** `outbox`: a folder from which the office’s own mail system takes them. */
  readonly by: 'outbox' | 'smtp';
}

/** What came of sending letters. */
export type LettersSentAnswer = LetterRound;
