import type { DecisionOutcome } from '@zhiheng/vocabulary';

/** Outcomes in their order, with the message ids of their names. */
export const outcomeWords: readonly (readonly [DecisionOutcome, string])[] = [
  ['notified', 'decisions.outcome.notified'],
  ['maintained', 'decisions.outcome.maintained'],
  ['withdrawn-after-notice', 'decisions.outcome.withdrawn-after-notice'],
  ['deemed-withdrawn', 'decisions.outcome.deemed-withdrawn'],
  ['refused', 'decisions.outcome.refused'],
  ['restored', 'decisions.outcome.restored'],
];

/** The message id of an outcome, whoever wrote it. */
export function outcomeWord(outcome: string): string {
  return outcomeWords.find(([one]) => one === outcome)?.[1] ?? 'decisions.outcome.notified';
}
