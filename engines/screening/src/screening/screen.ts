import { type Clue, clueOf } from '../clues/clue.js';
import type { BaselineBook } from '../cohorts/baseline.js';
import { Cohorts } from '../cohorts/cohorts.js';
import { keepMeasured } from '../cohorts/measured-applications.js';
import type { Detected, ScreenedOffice } from '../detectors/detector.js';
import type { DetectorName } from '../detectors/detector-facts.js';
import { detectors } from '../detectors/detectors.js';
import type { TextGroup, TextPair } from '../near/model.js';
import type { TextsAtHand } from '../pairs/asked-texts.js';
import { readPairedTexts } from '../pairs/paired-texts.js';
import type { Exception, Rule, RuleSpan } from '../rules/rule.js';
import type { HolderKeySql, ScreenedSession } from '../screened-session.js';
import { prepareScreened } from './prepare-screened.js';

export interface ScreenInput {
  readonly rules: readonly Rule<DetectorName>[];
  /** What was found in the texts of the release. */
  readonly pairs: readonly TextPair[];
  readonly groups: readonly TextGroup[];
  /** Which texts rules are asked about have not to be read. */
  readonly atHand: TextsAtHand;
  /** Name of a table of the session with what `measureTexts` gives, by `id`; null: texts are measured here. */
  readonly measured: string | null;
  /** Name of the release, which new baselines are frozen by. */
  readonly release: string;
  /** Baselines that earlier runs froze. */
  readonly baselines: BaselineBook | null;
  readonly holderKey: HolderKeySql;
  readonly onRule?: (done: number, total: number) => void;
}

/** How many a rule family named, and whom it left alone. */
export interface FamilyReport {
  readonly family: string;
  readonly clues: number;
  readonly excepted: Readonly<Partial<Record<Exception, number>>>;
  /** Applications that could not be judged, since there is too little to compare with. */
  readonly withoutCohort: number;
}

export interface Screened {
  /** In the order of their applications, then of ground and family. */
  readonly clues: readonly Clue[];
  readonly families: readonly FamilyReport[];
  readonly baselines: BaselineBook;
  /** Applications without a filing day: no rule is for them. */
  readonly undated: number;
}

/** Looks for what every rule asks, over one release. Nothing is written. The same release, rules, texts and baselines give the same clues. */
export async function screen(session: ScreenedSession, input: ScreenInput): Promise<Screened> {
  const { rules, onRule = () => {} } = input;
  onRule(0, rules.length);
  const { undated } = await prepareScreened(session, input.holderKey);
  const paired = await readPairedTexts(session, input.pairs, input.atHand);
  await keepMeasured(session, input.measured);
  const cohorts = new Cohorts(session, input.release, input.baselines);
  const office = { session, paired, groups: input.groups, cohorts };
  const clues: Clue[] = [];
  const families: FamilyReport[] = [];
  for (const [index, rule] of rules.entries()) {
    onRule(index, rules.length);
    const report = { clues: 0, excepted: {} as Record<string, number>, withoutCohort: 0 };
    for (const span of rule.spans) {
      const { findings, excepted, withoutCohort } = await detected(office, rule, span);
      for (const finding of findings) clues.push(clueOf(finding, rule, span));
      report.clues += findings.length;
      report.withoutCohort += withoutCohort;
      for (const [exception, number] of Object.entries(excepted)) {
        if (number > 0) report.excepted[exception] = (report.excepted[exception] ?? 0) + number;
      }
    }
    families.push({ family: rule.id, ...report });
  }
  onRule(rules.length, rules.length);
  const keyed = clues.map((clue) => ({ clue, key: keyOf(clue) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return { clues: keyed.map(({ clue }) => clue), families, baselines: cohorts.book, undated };
}

/** What a detector finds, asked again as long as texts have to be brought for it. */
async function detected(office: ScreenedOffice, rule: Rule<DetectorName>, span: RuleSpan): Promise<Detected> {
  for (;;) {
    const found = await detectors[rule.detector](office, rule, span);
    if (!(await office.paired.texts.bring())) return found;
  }
}

function keyOf({ application, ground, family }: Clue): string {
  return `${application} ${ground} ${family}`;
}
