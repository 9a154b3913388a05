import { rareCharacter } from '../text/fold-line.js';
import type { Stretch, TracedText } from '../text/traced-text.js';
import { WordCosts } from './word-costs.js';
import type { WordLikelihood } from './word-likelihood.js';

/** Characters that do not belong to a line. `score` is how much is saved beyond what taking out usual words saves. */
export interface ForeignRun extends Stretch {
  readonly line: number;
  readonly score: number;
}

const longestRun = 6;
/** What an ordinary character costs: as part of its text, and wherever it stands. Natural logarithms. */
const usual = { saved: 9, character: 8.5 };
/** A character that stands elsewhere in the document is that much less of a stranger. */
const known = 2;
/** A neighbour whose taking out saves as much as this is part of the run, however common it is. */
const stray = 8;
/** From this score on a run is foreign. */
export const foreignFrom = 4.5;
const chinese = new RegExp(`[\\p{Script=Han}${rareCharacter}]+`, 'gu');

/**
 * Finds runs of two to six characters that make their line improbable: rare ones, of which no words are made, where the
 * text reads on when they are taken out. What stands at several places of the document is a word of it. The best first within
 * a line; runs do not overlap.
 */
export function findForeignRuns(lines: readonly TracedText[], likelihood: WordLikelihood): ForeignRun[] {
  const whole = lines.map(({ text }) => text).join('\n');
  const strangeness = strangenessIn(whole, likelihood);
  const repeats = (text: string) => whole.indexOf(text) !== whole.lastIndexOf(text);
  return lines.flatMap((line) => {
    const found = [...line.text.matchAll(chinese)].flatMap((match) =>
      runsOf(match[0], match.index, likelihood, strangeness),
    );
    const kept: ForeignRun[] = [];
    for (const run of found.toSorted((a, b) => b.score - a.score)) {
      const apart = kept.every((other) => run.at + run.length < other.at || other.at + other.length < run.at);
      if (apart && !repeats(line.text.slice(run.at, run.at + run.length))) kept.push({ ...run, line: line.line });
    }
    return kept.toSorted((a, b) => a.at - b.at);
  });
}

/** How much rarer than usual a character is, wherever it stands; less when the document has it more than once. */
function strangenessIn(document: string, likelihood: WordLikelihood): (character: string) => number {
  const times = new Map<string, number>();
  for (const character of document) times.set(character, (times.get(character) ?? 0) + 1);
  return (character) =>
    likelihood.character(character) - usual.character - ((times.get(character) ?? 0) > 1 ? known : 0);
}

function runsOf(
  text: string,
  offset: number,
  likelihood: WordLikelihood,
  strangeness: (character: string) => number,
): (Stretch & { score: number })[] {
  const costs = new WordCosts(text, likelihood);
  const found = [];
  for (let at = 0; at < text.length; at += 1) {
    let rare = 0;
    for (let length = 1; length <= Math.min(longestRun, text.length - at); length += 1) {
      rare += strangeness(text.charAt(at + length - 1));
      if (length === 1 || rare <= 0) continue;
      const score = costs.saved(at, length) - usual.saved * length + rare;
      if (score >= foreignFrom) found.push({ ...widened(costs, text, { at, length }), score });
    }
  }
  return found.map((run) => ({ ...run, at: run.at + offset }));
}

/** A run with the neighbours that stand as alone as it does. */
function widened(costs: WordCosts, text: string, run: Stretch): Stretch {
  const wider = [
    { at: run.at - 1, length: run.length + 1 },
    { at: run.at, length: run.length + 1 },
  ].filter(({ at, length }) => at >= 0 && at + length <= text.length && length <= longestRun);
  const saved = costs.saved(run.at, run.length);
  const best = wider.find(({ at, length }) => costs.saved(at, length) - saved >= stray);
  return best === undefined ? run : widened(costs, text, best);
}
