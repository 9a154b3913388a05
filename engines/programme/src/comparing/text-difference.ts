import { diffArrays } from 'diff';
import { foldLine } from '../guideline/text/fold-line.js';
import { sourceTextOf } from '../guideline/text/source-text.js';
import type { TracedText } from '../guideline/text/traced-text.js';
import type { Wording } from '../guideline/text/wording.js';
import type { TextPart } from './comparison.js';

/** A text in simplified characters with converted wording restored, traced to how it is written. */
export type Fold = (text: string) => TracedText;

/** A folding that does each text once. */
export function foldingBy(wording: Wording): Fold {
  const kept = new Map<string, TracedText>();
  return (text) => {
    const known = kept.get(text) ?? wording.restore(foldLine({ number: 1, text }));
    kept.set(text, known);
    return known;
  };
}

/**
 * Two texts in their parts, word by word, each as it is written; differences of script, width and converted wording are none.
 */
export function textDifference(
  before: string,
  after: string,
  fold: Fold,
): { readonly before: readonly TextPart[]; readonly after: readonly TextPart[] } {
  const sides = [before, after].map((text) => {
    const folded = fold(text);
    return { folded, words: wordsOf(folded.text), source: sourceTextOf([{ number: 1, text }]) };
  });
  const [left, right] = sides;
  if (left === undefined || right === undefined) return { before: [], after: [] };
  const parts = { before: [] as TextPart[], after: [] as TextPart[] };
  const at = { before: 0, after: 0 };
  const take = (side: 'before' | 'after', { folded, source }: typeof left, length: number, changed: boolean) => {
    const text = source(folded.slice(at[side], at[side] + length));
    at[side] += length;
    if (text === '') return;
    const last = parts[side].at(-1);
    if (last?.changed === changed) parts[side].splice(-1, 1, { text: last.text + text, changed });
    else parts[side].push({ text, changed });
  };
  for (const { value, added, removed } of diffArrays(left.words, right.words)) {
    const length = value.join('').length;
    if (!added) take('before', left, length, removed);
    if (!removed) take('after', right, length, added);
  }
  return parts;
}

const segments = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

function wordsOf(text: string): string[] {
  return [...segments.segment(text)].map(({ segment }) => segment);
}
