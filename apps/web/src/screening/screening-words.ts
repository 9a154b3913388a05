import type { TextField } from '@zhiheng/screening';

/** Message ids of texts of an application. */
export const textWords: Readonly<Record<TextField, string>> = {
  title: 'screening.text.title',
  abstract: 'screening.text.abstract',
  claim: 'screening.text.claim',
};

/** Of what speaks against a clue. */
export const exceptionWords: Readonly<Record<string, string>> = {
  'same-family': 'screening.exception.same-family',
  'two-kinds-one-day': 'screening.exception.two-kinds-one-day',
  'one-holder': 'screening.exception.one-holder',
  universities: 'screening.exception.universities',
  'related-parties': 'screening.exception.related-parties',
};

export const stageWords: Readonly<Record<string, string>> = {
  band: 'screening.capped.band',
  fingerprint: 'screening.capped.fingerprint',
};

/** Message id of what a number of a rule asks, by its name in the file of the rule. */
export const thresholdWords: Readonly<Record<string, string>> = {
  jaccard: 'screening.threshold.jaccard',
  containment: 'screening.threshold.containment',
  title: 'screening.threshold.title',
  fixed: 'screening.threshold.fixed',
  slots: 'screening.threshold.slots',
  slot_length: 'screening.threshold.slot-length',
  sources: 'screening.threshold.sources',
  deviations: 'screening.threshold.deviations',
  day: 'screening.threshold.day',
  month: 'screening.threshold.month',
  times: 'screening.threshold.times',
  per_inventor: 'screening.threshold.per-inventor',
  members: 'screening.threshold.members',
  holders: 'screening.threshold.holders',
  areas: 'screening.threshold.areas',
  gap: 'screening.threshold.gap',
  days: 'screening.threshold.days',
  transfers: 'screening.threshold.transfers',
  within: 'screening.threshold.within',
  fields: 'screening.threshold.fields',
  level: 'screening.threshold.level',
  ended: 'screening.threshold.ended',
};
