import type { FieldKind, FieldMark, FieldState } from '@zhiheng/office';

/** Message ids of what a field is. */
export const fieldKindWords: Readonly<Record<FieldKind, string>> = {
  title: 'review.kind.title',
  number: 'review.kind.number',
  'issued-on': 'review.kind.issued-on',
  year: 'review.kind.year',
  'hand-in': 'review.kind.hand-in',
  section: 'review.kind.section',
  item: 'review.kind.item',
  clause: 'review.kind.clause',
  owners: 'review.kind.owners',
  target: 'review.kind.target',
  overlay: 'review.kind.overlay',
  noise: 'review.kind.noise',
};

export const fieldStateWords: Readonly<Record<FieldState, string>> = {
  waiting: 'review.state.waiting',
  accepted: 'review.state.accepted',
  corrected: 'review.state.corrected',
  rejected: 'review.state.rejected',
};

/** Shape first: a state is told without colour too. */
export const stateSigns: Readonly<Record<FieldState, string>> = {
  waiting: '○',
  accepted: '●',
  corrected: '◕',
  rejected: '×',
};

export const fieldMarkWords: Readonly<Record<FieldMark, string>> = {
  lacking: 'review.mark.lacking',
  approximate: 'review.mark.approximate',
  'unit-open': 'review.mark.unit-open',
  'rule-open': 'review.mark.rule-open',
  'not-linked': 'review.mark.not-linked',
  reckoned: 'review.mark.reckoned',
  revised: 'review.mark.revised',
  'limit-reached': 'review.mark.limit-reached',
};
