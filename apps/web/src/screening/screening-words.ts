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
