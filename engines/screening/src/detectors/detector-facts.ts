import type { Exception } from '../rules/rule.js';
import { count, days, level, share, type ThresholdRange, times } from './threshold.js';

/** What a rule file has to know of a detector. */
export interface DetectorFacts {
  /** Columns of a release that it reads; `pairs` and `groups` are what was found in texts. */
  readonly columns: readonly string[];
  /** What it measures, in short. */
  readonly statistic: string;
  /** Whether it compares with a cohort, which the rule then has to state. */
  readonly cohort: boolean;
  readonly thresholds: Readonly<Record<string, ThresholdRange>>;
  readonly exceptions: readonly Exception[];
}

const texts = ['patents.filed_on', 'patents.family', 'patents.kind', 'patents.agency', 'patent_holders.*'];
const inTexts = ['pairs', ...texts, 'patent_texts.title', 'patent_texts.abstract', 'patent_texts.first_claim'];
const lawful = ['same-family', 'two-kinds-one-day'] as const;

/** Every detector that there is, by its name. */
export const detectorFacts = {
  'near-copy': {
    columns: inTexts,
    statistic: 'jaccard, or the containment of a passage',
    cohort: false,
    thresholds: { jaccard: share, containment: share },
    exceptions: lawful,
  },
  'title-only': {
    columns: inTexts,
    statistic: 'jaccard of the body where the titles differ',
    cohort: false,
    thresholds: { jaccard: share, title: share },
    exceptions: lawful,
  },
  'template-slots': {
    columns: inTexts,
    statistic: 'share of a text that stays while slots are exchanged',
    cohort: false,
    thresholds: { jaccard: share, fixed: share, slots: count, slot_length: count },
    exceptions: lawful,
  },
  recombination: {
    columns: inTexts,
    statistic: 'sources, and how much of them was taken',
    cohort: false,
    thresholds: { sources: count, containment: share },
    exceptions: ['same-family'],
  },
  'earlier-publication': {
    columns: [...inTexts, 'patents.published_on', 'patent_states.granted_on'],
    statistic: 'containment, or jaccard, in what was published before the filing day',
    cohort: false,
    thresholds: { containment: share, jaccard: share },
    exceptions: ['same-family', 'one-holder'],
  },
  'random-text': {
    columns: ['patents.filed_on', 'patent_classes.symbol', 'patent_texts.abstract', 'patent_texts.first_claim'],
    statistic: 'deviations of unusual characters, words of grammar and repetition',
    cohort: true,
    thresholds: { deviations: times },
    exceptions: [],
  },
  'claim-shape': {
    columns: ['patents.filed_on', 'patents.claim_count', 'patent_classes.symbol', 'patent_texts.first_claim'],
    statistic: 'deviations of length and features of the first claim and of the number of claims',
    cohort: true,
    thresholds: { deviations: times },
    exceptions: [],
  },
  'filing-burst': {
    columns: ['patents.filed_on', 'patent_holders.*', 'patent_people.pseudonym'],
    statistic: 'applications of a day or month against the twelve months before',
    cohort: false,
    thresholds: { day: count, month: count, times, per_inventor: times },
    exceptions: ['universities'],
  },
  'scattered-filing': {
    columns: ['groups', 'patents.filed_on', 'patents.agency', 'patent_holders.*', 'patent_people.pseudonym'],
    statistic: 'holders and areas of connected applications with texts alike',
    cohort: false,
    thresholds: { members: count, holders: count, areas: count, gap: days },
    exceptions: ['same-family'],
  },
  'early-transfer': {
    columns: ['patents.filed_on', 'patent_owners.*', 'party_names.party', 'party_pairs.relation'],
    statistic: 'transfers to unrelated buyers soon after filing',
    cohort: false,
    thresholds: { days, transfers: count, within: days },
    exceptions: ['related-parties'],
  },
  'inventor-spread': {
    columns: ['patents.filed_on', 'patent_people.pseudonym', 'patent_holders.*', 'patent_classes.symbol'],
    statistic: 'unrelated holders and fields of one inventor, against as much time elsewhere',
    cohort: false,
    thresholds: { holders: count, fields: count, within: days, times },
    exceptions: ['related-parties', 'universities'],
  },
  'agency-outcomes': {
    columns: ['patents.filed_on', 'patents.agency', 'patent_states.outcome', 'patent_decisions.deduction_outcome'],
    statistic: 'share of an agency’s ended applications that were withdrawn, deemed withdrawn or refused',
    cohort: false,
    thresholds: { level, ended: count },
    exceptions: [],
  },
} as const satisfies Readonly<Record<string, DetectorFacts>>;

export type DetectorName = keyof typeof detectorFacts;
export const detectorNames = Object.keys(detectorFacts) as DetectorName[];
