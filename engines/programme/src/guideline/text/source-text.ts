import type { SourceLine } from './fold-line.js';
import type { Span, TracedText } from './traced-text.js';

/** Gives back what the source has for a traced text: its own script and words, without what was taken out. */
export type SourceText = (text: TracedText) => string;

export function sourceTextOf(lines: readonly SourceLine[]): SourceText {
  const characters = new Map<number, readonly string[]>();
  const source = new Map(lines.map((line) => [line.number, line.text]));
  const charactersOf = (line: number) => {
    const known = characters.get(line) ?? [...(source.get(line) ?? '')];
    characters.set(line, known);
    return known;
  };
  return (text) => {
    const line = charactersOf(text.line);
    let made = '';
    let last: Span | null = null;
    for (let at = 0; at < text.length; at += 1) {
      const span = text.span(at, 1);
      if (last?.from === span.from && last.to === span.to) continue;
      last = span;
      made += line.slice(span.from - 1, span.to - 1).join('');
    }
    return made;
  };
}
