import type { Place } from '@zhiheng/vocabulary';
import type { Constant } from './expression.js';
import { expressionFault } from './expression-fault.js';

/** Reads the text whose opening quote is at `index`; `source` is what it takes of `whole`. */
export function readText(whole: string, index: number, place: Place): { source: string; constant: Constant } {
  const closed = /'(?:[^'\n]|'')*'/y;
  closed.lastIndex = index;
  const source = closed.exec(whole)?.[0];
  if (source === undefined) {
    throw expressionFault(place, {
      what: 'the text is not closed on its line',
      found: whole.slice(index).split('\n', 1)[0] ?? '',
      expected: "a closing '; a quote inside a text is written twice",
    });
  }
  if (/[\p{Cc}\p{Cs}]/u.test(source)) {
    throw expressionFault(place, {
      what: 'the text holds a control character',
      found: JSON.stringify(source),
      expected: 'visible characters and spaces',
    });
  }
  return { source, constant: { type: 'text', value: source.slice(1, -1).replaceAll("''", "'") } };
}

/** The text as the language and standard SQL write it. */
export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
