import type { Clue, checkRule, Evidence, TextField } from '@zhiheng/screening';
import type { Day, LocalizedText } from '@zhiheng/vocabulary';
import type { ToldGroup } from './screening/group-members.js';
import type { ScreeningRun } from './screening/screening-run.js';

/** `POST /api/screening/runs`, `screen run`: what a run over one release saw. */
export interface ScreenRunAnswer
  extends Pick<
    ScreeningRun,
    | 'release'
    | 'texts'
    | ('documents' | 'classes' | 'candidates' | 'pairs' | 'groups' | 'clues')
    | ('capped' | 'families' | 'undated')
  > {
  /** Its name. */
  readonly run: string;
  readonly seconds: number;
}

/** `GET /api/screening/pairs?run=&field=&min=&limit=&after=`, `screen pairs`; an application outside of the scope is null. */
export interface PairRow {
  /** Its number in the run, from 1: the `after` of the page behind. */
  readonly pair: number;
  readonly a: string | null;
  readonly b: string | null;
  readonly jaccard: number;
  readonly containment: number;
  readonly field: TextField;
  readonly kind: string;
}

/** `GET /api/screening/groups?run=&limit=&after=`, `screen groups`: counts are of the whole group, lists of what the scope shows. */
export interface ScreenGroup {
  readonly id: string;
  readonly ground: string | null;
  readonly ruleVersion: string | null;
  /** Null where the core lies outside of the scope. */
  readonly core: string | null;
  readonly members: readonly string[];
  /** Parties of the members shown, as the release resolved them. */
  readonly holders: readonly string[];
  readonly areas: readonly string[];
  readonly agencies: readonly string[];
  readonly counts: Pick<ToldGroup, 'members' | 'holders' | 'areas' | 'agencies'>;
  readonly withheldByRight: number;
  readonly strength: number;
  readonly strengthWord: string;
  /** Of the whole group; the filing days are those of the members shown. */
  readonly evidence: ToldGroup['evidence'] & { readonly firstFiled: Day | null; readonly lastFiled: Day | null };
  readonly lineage: ToldGroup['lineage'];
}

/** `GET /api/screening/clues?run=&ground=&family=&application=&order=&limit=&after=`, `screen clues`. */
export interface ScreenClue extends Omit<Clue, 'evidence'> {
  readonly title: string | null;
  readonly filed: Day | null;
  readonly strengthName: LocalizedText;
  /** As it was seen by the run; of the others those that the scope shows, `withheldByRight` of those listed are not. */
  readonly evidence: Evidence & { readonly withheldByRight: number };
  readonly run: string;
  readonly release: string;
}

/** `GET /api/screening/:id?run=`, `screen show ID` */
export interface ScreenShowAnswer {
  readonly id: string;
  readonly clues: readonly ScreenClue[];
  readonly group: ScreenGroup | null;
  /** Ids of the groups that the application stands in; none of a group. */
  readonly groups: readonly string[];
  /** Of one clue: how the last runs saw it, the newest first. */
  readonly seen: readonly ClueSeen[];
}

/** `POST /api/screening/rules/check`, `screen check FILE`: every fault of the text of a rule family. */
export type RuleCheckAnswer = ReturnType<typeof checkRule>;

/** How one run saw a clue. */
export interface ClueSeen {
  readonly run: string;
  readonly release: string;
  readonly createdAt: string;
  readonly ruleVersion: string;
  readonly strength: number;
}
