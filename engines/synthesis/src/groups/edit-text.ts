import type { Random } from '../random.js';

/** Lengths of the runs of an edit, in characters. */
const [shortest, longest] = [3, 9];

/**
 * Edits about `share` of the characters of a text: short runs, spread over it, are replaced, now and then left out or
 * put in, with runs of the donor. The edit distance is at most the share, rounded to a character.
 *
 * @param share 0 to 0.6
 * @param donor an unrelated text of the same field, not shorter than 20 characters
 */
export function editText(text: string, share: number, random: Random, donor: string): string {
  if (!(share >= 0 && share <= 0.6)) throw new RangeError(`the share of an edit cannot be ${share}`);
  const characters = [...text];
  const words = [...donor].filter((character) => !'，。；：'.includes(character));
  const runs = runLengths(Math.round(characters.length * share), random);
  const edited = runs.reduce((sum, run) => sum + run, 0);
  const gaps = gapLengths(characters.length - edited, runs.length + 1, random);
  let other = '';
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const gap = gaps[index] ?? 0;
    other += characters.slice(at, at + gap).join('');
    at += gap;
    const from = random.between(0, Math.max(0, words.length - run));
    const strange = words.slice(from, from + run).join('');
    const draw = random.fraction();
    const kept = characters.slice(at, at + run).join('');
    other += draw < 0.8 ? strange : draw < 0.9 ? '' : strange + kept;
    at += run;
  }
  return other + characters.slice(at).join('');
}

/** Lengths of runs that add up to the total. */
function runLengths(total: number, random: Random): number[] {
  const runs: number[] = [];
  for (let left = total; left > 0; ) {
    const run = Math.min(left, random.between(shortest, longest));
    runs.push(run);
    left -= run;
  }
  return runs;
}

/** Lengths of the untouched pieces between runs, each as likely as another cut. */
function gapLengths(total: number, count: number, random: Random): number[] {
  const cuts = Array.from({ length: count - 1 }, () => random.between(0, total)).sort((a, b) => a - b);
  return [...cuts, total].map((cut, index) => cut - (index === 0 ? 0 : (cuts[index - 1] ?? 0)));
}
