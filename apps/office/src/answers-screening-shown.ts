import type {
  CappedBucket,
  FamilyReport,
  Ground,
  Piece,
  Rule,
  SharedPassage,
  Slot,
  StrengthWord,
  TextField,
} from '@zhiheng/screening';
import type { Day } from '@zhiheng/vocabulary';
import type { RunningJob } from './answers.js';
import type { ScreenGroup } from './answers-screening.js';
import type { ScreeningRun } from './screening/screening-run.js';

/** `GET /api/screening/overview?run=`, `screen overview`: what a run looked at, and how much of it the scope shows. */
export interface ScreenOverview {
  /** Every run, the newest first. */
  readonly runs: readonly Pick<ScreenedRun, 'run' | 'release' | 'createdAt' | 'clues'>[];
  /** Null where nothing was screened yet. */
  readonly run: ScreenedRun | null;
  /** The newest screening that somebody began since this office was opened; null: none. */
  readonly job: ScreenJob | null;
  readonly rules: readonly ScreenRule[];
  readonly grounds: readonly Ground[];
}

/** A screening under way or just ended, for whoever reads clues: not who began it. */
export interface ScreenJob extends Pick<RunningJob, 'id' | 'startedAt' | 'state' | 'progress'> {
  /** What it failed with. */
  readonly fault: NonNullable<RunningJob['outcome']>['fault'];
}

/** What one run looked at: counts of the whole office, and beside them what the scope shows. */
export interface ScreenedRun
  extends Pick<
    ScreeningRun,
    'release' | 'createdAt' | 'documents' | 'classes' | 'candidates' | 'pairs' | 'groups' | 'clues' | 'undated'
  > {
  readonly run: string;
  /** What was not looked through whole, by text and stage. */
  readonly capped: readonly (Pick<CappedBucket, 'field' | 'stage' | 'members' | 'kept'> & {
    readonly buckets: number;
  })[];
  readonly families: readonly (FamilyReport & { readonly shown: number })[];
  /** Clues by the ground that they rest on. */
  readonly grounds: readonly { readonly ground: string; readonly shown: number }[];
  readonly shown: { readonly clues: number; readonly groups: number };
  /** Some of the applications that the scope shows are synthetic. */
  readonly synthetic: boolean;
}

/** A rule as the office has it now. */
export interface ScreenRule extends Pick<Rule, 'id' | 'names' | 'explanation' | 'hint' | 'source' | 'provisional'> {
  /** `used`: the run went by this text of it. */
  readonly spans: readonly (Rule['spans'][number] & { readonly used: boolean })[];
}

/** One member of a group that the scope shows. */
export interface ScreenMember {
  readonly application: string;
  readonly core: boolean;
  readonly title: string | null;
  readonly filed: Day | null;
  readonly published: Day | null;
  readonly kind: string | null;
  readonly area: string | null;
  /** The first holder as the release resolved it, and its name, masked. */
  readonly party: string | null;
  readonly holder: string | null;
  readonly agency: string | null;
  readonly clues: readonly {
    readonly id: string;
    readonly ground: string;
    readonly family: string;
    readonly strength: number;
    readonly strengthWord: StrengthWord;
  }[];
}

/** Two of the members told, by the abstract or claim in which they are nearest; `a` is the earlier. */
export interface ScreenLink {
  readonly a: string;
  readonly b: string;
  readonly field: TextField;
  readonly jaccard: number;
}

/** `GET /api/screening/groups/:id?run=&limit=&after=`, `screen group ID` */
export interface ScreenGroupShown {
  readonly run: string;
  readonly release: string;
  readonly group: ScreenGroup;
  /** In the order of their filing days. */
  readonly members: readonly ScreenMember[];
  /** The `after` of the page behind; null on the last one. */
  readonly next: string | null;
  /** Filing days of all members that the scope shows. */
  readonly days: readonly { readonly day: Day | null; readonly members: number }[];
  /** Among the members told, the nearest first; `linksTotal` tells how many there are. */
  readonly links: readonly ScreenLink[];
  readonly linksTotal: number;
  /** The run whose groups the lineage names; null where there was none before. */
  readonly formerRun: string | null;
}

/** `GET /api/screening/compare?a=&b=&run=`, `screen compare A B`: texts beside each other, as the release of the run has them. */
export interface ComparedTexts {
  readonly run: string;
  readonly release: string;
  readonly a: string;
  readonly b: string;
  readonly fields: readonly ComparedField[];
}

/** One text of two applications. Numbers are null where one of the two has none. */
export interface ComparedField {
  readonly field: TextField;
  readonly a: string | null;
  readonly b: string | null;
  readonly jaccard: number | null;
  readonly containment: number | null;
  /** Passages that both have, in the order of `a`. */
  readonly passages: readonly SharedPassage[];
  /** Both texts piece by piece, where at least half of the longer stays in its place; `own` is of `a`. */
  readonly pieces: readonly Piece[] | null;
  /** Words of `a` that are exchanged for others in `b`, where the rule on templates is met. */
  readonly slots: readonly Slot[];
}
