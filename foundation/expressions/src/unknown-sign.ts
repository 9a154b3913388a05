import type { Place, UserFault } from '@zhiheng/vocabulary';
import { expressionFault } from './expression-fault.js';
import { quoteText } from './read-text.js';
import { signs } from './token.js';

/** Signs of other languages and keyboards, and what they are called here. Longer ones first. */
const slips: readonly (readonly [string, string])[] = [
  ['==', '='],
  ['<>', '!='],
  ['=<', '<='],
  ['=>', '>='],
  ['&&', 'and'],
  ['||', 'or'],
  ['!', 'not'],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['"', "'"],
  ['“', "'"],
  ['”', "'"],
  ['‘', "'"],
  ['’', "'"],
];

/** The slip that begins at `index` of the text; null when a right sign or something else stands there. */
export function slipAt(text: string, index: number): string | null {
  if (text.startsWith('!=', index)) return null;
  return slips.find(([wrong]) => text.startsWith(wrong, index))?.[0] ?? null;
}

/** The fault of a sign that the language does not have. */
export function unknownSign(text: string, index: number, place: Place): UserFault {
  const quoted = /"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’/y;
  quoted.lastIndex = index;
  const inQuotes = quoted.exec(text)?.[0];
  if (inQuotes !== undefined) {
    return expressionFault(place, {
      what: 'a text stands in straight single quotes',
      found: inQuotes,
      expected: "a text such as 'invention', or a column name without quotes",
      didYouMean: quoteText(inQuotes.slice(1, -1)),
    });
  }
  const found = slipAt(text, index) ?? String.fromCodePoint(text.codePointAt(index) ?? 0);
  return expressionFault(place, {
    what: 'this sign has no meaning here',
    found,
    expected: `a column name, a value, a keyword or one of ${signs.join(' ')}`,
    didYouMean: slips.find(([wrong]) => wrong === found)?.[1] ?? narrowForm(found),
  });
}

/** The ASCII form of a full-width sign. */
function narrowForm(character: string): string | null {
  const narrow = character.normalize('NFKC');
  return narrow !== character && /^[!-~]+$/.test(narrow) ? narrow : null;
}
