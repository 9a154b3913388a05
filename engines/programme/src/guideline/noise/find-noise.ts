import { compareCopies } from '../repeated/compare-copies.js';
import type { RepeatedLines } from '../repeated/repeated-lines.js';
import type { Stretch, TracedText } from '../text/traced-text.js';
import { findForeignRuns, foreignFrom } from './foreign-runs.js';
import type { WordLikelihood } from './word-likelihood.js';

/** Characters that do not belong to the text. `confidence` from 0.5 to 1; `proven` by the other copy of a body that stands twice. */
export interface NoiseRun extends Stretch {
  readonly line: number;
  readonly confidence: number;
  readonly proven: boolean;
}

/** Finds characters that do not belong: by improbability, and by the other copy of a line where there is one. In order. */
export function findNoise(
  lines: readonly TracedText[],
  repeated: readonly RepeatedLines[],
  likelihood: WordLikelihood,
): NoiseRun[] {
  const foreign = findForeignRuns(lines, likelihood);
  const extra = repeated.flatMap((one) => compareCopies(one).extra);
  const proven = extra.filter((run) => foreign.some((other) => overlap(run, other)));
  const supposed = foreign.filter((run) => !proven.some((other) => overlap(run, other)));
  return [
    ...proven.map((run) => ({ ...run, confidence: 0.99, proven: true })),
    ...supposed.map(({ score, ...run }) => ({ ...run, confidence: confidenceOf(score), proven: false })),
  ].toSorted((a, b) => a.line - b.line || a.at - b.at);
}

const overlap = (a: Stretch & { line: number }, b: Stretch & { line: number }) =>
  a.line === b.line && a.at < b.at + b.length && b.at < a.at + a.length;

/** Half at the threshold, nearer to one the more is saved. */
function confidenceOf(score: number): number {
  return Math.min(0.98, Math.round((1 - 0.5 * Math.exp((foreignFrom - score) / 6)) * 100) / 100);
}
