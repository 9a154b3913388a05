import type { GuidelineSentence } from '../guideline.js';
import type { SourceText } from '../text/source-text.js';
import type { TracedText } from '../text/traced-text.js';
import type { PlacedNote } from './owner-notes.js';

const sentence = /[^。!?]+[。!?]?["”』」]?/gu;

/** The sentences of a text, without its notes; each knows the note that follows it, its own or that of the sentences after it. */
export function sentencesOf(text: TracedText, notes: readonly PlacedNote[], source: SourceText): GuidelineSentence[] {
  const found: GuidelineSentence[] = [];
  let begin = 0;
  const take = (end: number, note: number | null) => {
    for (const match of text.text.slice(begin, end).matchAll(sentence)) {
      const part = text.slice(begin + match.index, begin + match.index + match[0].length).trimmed();
      if (part.length > 1) found.push({ text: source(part), span: part.span(0, part.length), note });
    }
  };
  for (const [index, { at, end }] of notes.entries()) {
    take(at, index);
    begin = end;
  }
  take(text.length, null);
  return found;
}
