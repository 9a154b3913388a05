import type { AreaDirectory, Dataset, Period, Statistic } from '@zhiheng/vocabulary';
import type { ComputedDefinition } from '../definition.js';
import type { Holding } from '../figure/figure-request.js';

/**
 * Which records of a figure: `denominator` and `base` are all that the figure looks at; `numerator` those that make up
 * the upper part of a share (ended within the target), or the ended cases of a survival median.
 */
export type OpeningPart = 'numerator' | 'denominator' | 'base';

export interface OpeningRequest {
  readonly definition: ComputedDefinition;
  readonly area: string;
  readonly period: Period;
  /** `kind=invention`, or several, `kind=invention,holder_type=university`; left out: the total. */
  readonly by?: string | null;
  /** Left out: the folder's own. */
  readonly office?: string | null;
  /** Left out: the one that holds records of the office, `real` before `synthetic`. */
  readonly dataset?: Dataset | null;
  /** `survival-median` opens its cohort; the other statistics of a duration share their records. */
  readonly statistic?: Statistic | null;
  readonly part?: OpeningPart | null;
  /** Of a duration: those alone that took at least `from` months and less than `until`. */
  readonly months?: { readonly from: number; readonly until: number } | null;
  /** The records of the same office, dataset, area and kind that do not count. */
  readonly leftOut?: boolean;
}

export interface OpeningPage {
  /** `next` of the page before. */
  readonly after?: string | null;
  /** At most so many rows; 50 when left out. */
  readonly limit?: number;
  /** Out of cards, these too: `holder_key`, the key of the first holder in `party_names`, and the `party` that it belongs to. */
  readonly ofCards?: readonly ('holder_key' | 'party')[];
}

/** The admission that a figure was counted out of, as the session shows it. */
export interface AdmissionSource {
  /** The view. */
  readonly relation: string;
  /** The tests of its masks by their bits. */
  readonly tests: readonly string[];
  /** Whether it tells the values of dimensions of several values by a number, where the definition has such breakdowns. */
  readonly bits?: boolean;
  /** The view of the stages in which records meet the conditions of the definition; null: it has none. */
  readonly stages: string | null;
  /** Whether the stages tell the number of the area in which their record lies, as filed. */
  readonly stagesLie?: boolean;
  /** The view of the records that count elsewhere than as filed, by the attribution of the definition; null: owners and holders are asked anew. */
  readonly placed: string | null;
  /** The view of what is shown of each record; null: the records themselves are asked. */
  readonly cards: string | null;
  /** Views of the cards that lie apart, in the order of the numbers of areas as filed, each from a number on; left out: none do. */
  readonly cardsFrom?: readonly { readonly from: number; readonly relation: string }[];
  /** The view of the owners of patents that changed hands, beside the cards; null: their own table is asked. */
  readonly owners: string | null;
}

export interface OpeningSources {
  readonly areas: AreaDirectory;
  /** The folder's own office, ST.3. */
  readonly office: string;
  readonly holdings: readonly Holding[];
  /** Left out: every test is asked of the records anew. */
  readonly admission?: AdmissionSource | null;
  /** What `countRecords` gives for the same request in a session of the whole office; needed where the scope is narrower. */
  readonly total?: number;
}
