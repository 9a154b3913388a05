import type {
  AbsentPattern,
  ConcordanceDifference,
  ConcordanceSheet,
  DefinitionFault,
  EditionList,
  EditionStanding,
} from '@zhiheng/indicators';

/** A code of a table that has rules. */
export interface ListedCode {
  readonly code: string;
  readonly name: string;
  readonly rules: number;
  readonly patterns: number;
}

/** `GET /api/classifications`, `classification list`: a concordance table in force. */
export interface ClassificationRow extends Omit<ConcordanceSheet, 'version' | 'status'> {
  /** Of the rows in force; of an empty slot, of the table that it waits for. */
  readonly version: string;
  /** `slot`: there are no rows; whoever has the table loads it. */
  readonly status: 'table' | 'slot';
  /** Whether the rows are the office's own. */
  readonly own: boolean;
  readonly codes: readonly ListedCode[];
  readonly patterns: number;
  /** Rules whose list of keywords says that there are others. */
  readonly openEnded: number;
  /** Patterns whose symbols the tree of the IPC does not have: they are matched as they are written. */
  readonly absent: readonly AbsentPattern[];
  /** Indicators whose conditions ask the table. */
  readonly indicators: readonly string[];
}

/** `GET /api/classifications/proposals`, `classification proposals`: an own table that waits for a second person, or what became of it. */
export interface TableProposalRow {
  /** `TABLE.NUMBER`. */
  readonly proposal: string;
  readonly table: string;
  /** Of its rows. */
  readonly tableVersion: string;
  readonly file: string;
  readonly state: string;
  /** To be named by whoever acts. */
  readonly version: number;
  readonly loadedBy: string;
  readonly loadedAt: string;
  readonly reason: string | null;
  /** What whoever asks could do: `accept`, `return`, `withdraw`. */
  readonly acts: readonly string[];
}

/** `POST /api/classifications`, `classification load FILE`. With faults nothing was loaded. */
export interface ClassificationLoad {
  readonly ok: boolean;
  readonly faults: readonly DefinitionFault[];
  /** Null where there are faults. */
  readonly loaded: {
    readonly id: string;
    readonly version: string;
    /** False: the very text is in force. */
    readonly changed: boolean;
    /** The proposal that waits for a second person: the table holds from the next `compute` after it was accepted. Null where nothing changes. */
    readonly proposal: string | null;
    /** Indicators that it will count anew. */
    readonly indicators: readonly string[];
    readonly difference: ConcordanceDifference;
  } | null;
}

/** `GET /api/classifications/editions`, `classification editions [ID]`: what symbols of the IPC are in other editions. */
export interface EditionsAnswer extends Omit<EditionList, 'sheet'>, Omit<EditionList['sheet'], 'version'> {
  /** New symbols that the tree of the IPC does not have: it is of an earlier edition. */
  readonly absent: readonly string[];
  /** What the list comes to in the table that was asked for; null: none was. */
  readonly standing: (EditionStanding & { readonly table: string }) | null;
}

/** A side of a comparison. */
export interface ComparedTable {
  readonly id: string;
  readonly version: string;
  readonly from: 'in-force' | 'software' | 'proposed' | 'file';
}

/** How many records a code has by either table. */
export interface ChangedMembership {
  /** Id of the table. */
  readonly table: string;
  readonly code: string;
  readonly before: number;
  readonly after: number;
  /** Records that the second table alone gives the code, and those that only the first does. */
  readonly joined: number;
  readonly left: number;
}

/** `POST /api/classifications/compare`, `classification compare A B`. */
export interface ClassificationComparison extends ConcordanceDifference {
  readonly a: ComparedTable;
  readonly b: ComparedTable;
  /** Codes of any level by which membership differs, over the newest release; null: there is none. */
  readonly records: { readonly release: string; readonly changed: readonly ChangedMembership[] } | null;
}
