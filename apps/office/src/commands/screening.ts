import { checkRule } from '@zhiheng/screening';
import type {
  PairRow,
  RuleCheckAnswer,
  ScreenClue,
  ScreenGroup,
  ScreenRunAnswer,
  ScreenShowAnswer,
} from '../answers-screening.js';
import type { ComparedTexts, ScreenGroupShown, ScreenOverview } from '../answers-screening-shown.js';
import { groundsOf } from '../decisions/screening-rules.js';
import { comparedTexts, type TextsAsked } from '../screening/compared-texts.js';
import { runScreening } from '../screening/run-screening.js';
import { screeningOverview } from '../screening/screening-overview.js';
import { showScreened } from '../screening/show-screened.js';
import { type CluesAsked, cluesOf } from '../screening/shown-clues.js';
import { type GroupAsked, groupShown } from '../screening/shown-group.js';
import { groupsOf } from '../screening/shown-groups.js';
import { type PairsAsked, pairsOf } from '../screening/shown-pairs.js';
import { type Command, done } from './command.js';

/** Screens a release by every rule. What it finds are clues: nothing is decided, and no count changes. */
export const screenRun: Command<{ readonly release?: string }, ScreenRunAnswer> = async (input, context) =>
  done(await runScreening(input, context));

/** Pairs of texts alike, in the order of their numbers; what lies outside of the scope is null. */
export const screenPairs: Command<PairsAsked, readonly PairRow[]> = async (input, { office, scope }) =>
  done(await pairsOf(office, input, scope));

/** Groups of texts alike, in the order of their ids, with the members that the scope shows. */
export const screenGroups: Command<
  { readonly run?: string; readonly limit?: number; readonly after?: string },
  readonly ScreenGroup[]
> = async (input, { office, scope }) => done(await groupsOf(office, input, scope));

/** Clues about applications that the scope shows, the strongest first or in the order of their applications. */
export const screenClues: Command<CluesAsked, readonly ScreenClue[]> = async (input, { office, scope }) =>
  done(await cluesOf(office, input, scope));

/** A clue, a group, or all clues of an application, by id. */
export const screenShow: Command<{ readonly id: string; readonly run?: string }, ScreenShowAnswer> = async (
  { id, run },
  { office, scope },
) => done(await showScreened(office, id, run, scope));

/** What is wrong with the text of a rule family. */
export const screenCheck: Command<{ readonly text: string; readonly file?: string }, RuleCheckAnswer> = async (
  { text, file = 'rule.yaml' },
  { office },
) => {
  const checked = checkRule(text, file, groundsOf(office.definitionsFolder));
  return { json: checked, exit: checked.ok ? 0 : 1 };
};

/** What a run looked at and how many clues the scope shows, with the rules; without a run before the first. */
export const screenOverview: Command<{ readonly run?: string }, ScreenOverview> = async ({ run }, { office, scope }) =>
  done(await screeningOverview(office, run, scope));

/** One group with its members, their days and what links them. */
export const screenGroup: Command<GroupAsked, ScreenGroupShown> = async (input, { office, scope }) =>
  done(await groupShown(office, input, scope));

/** The texts of two applications that the scope shows, beside each other. */
export const screenCompare: Command<TextsAsked, ComparedTexts> = async (input, { office, scope }) =>
  done(await comparedTexts(office, input, scope));
