import type { GivenText } from '@zhiheng/vocabulary';
import type { PublishedValue, ValueWords } from './published-value.js';
import type { Wordings } from './wordings.js';

/** Values with their texts in the languages of readers. A text that nobody worded stands as it is written. */
export function withWordings(values: readonly PublishedValue[], wordings: Wordings): PublishedValue[] {
  return values.map((value) => ({ ...value, words: wordsOf(value, wordings) }));
}

/** The texts of a value in the languages of readers. */
export function wordsOf({ source, note, scope }: PublishedValue, wordings: Wordings): ValueWords {
  const worded = (text: string): GivenText => wordings.get(text)?.words ?? asItStands(text);
  return { source: worded(source), note: note === null ? null : worded(note), scope: worded(scope) };
}

/** A text of one language: Chinese where it has a Chinese character, else English. Which of the two Chinese scripts it is, it does not say. */
function asItStands(text: string): GivenText {
  const lacking = /\p{Script=Han}/u.test(text) ? (['en'] as const) : (['zh-Hans', 'zh-Hant'] as const);
  return { 'zh-Hans': text, 'zh-Hant': text, en: text, lacking };
}
