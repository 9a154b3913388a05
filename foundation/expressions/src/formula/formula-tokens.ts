import { nearestWord, type Place } from '@zhiheng/vocabulary';
import { expressionFault } from '../expression-fault.js';
import { Position } from '../position.js';

export interface FormulaToken {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  /** The text as it stood; empty at the end. */
  readonly source: string;
  readonly place: Place;
}

const blank = /(?:\s|#[^\n]*)+/uy;
const name = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
/** Everything that runs on from a digit, so that `10k` or `1.2.3` is at fault as one token. */
const numberRun = /\d[\p{L}\p{M}\p{N}_.]*/uy;
const number = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const signs = ['+', '-', '*', '/', '(', ')'];
/** Signs of other keyboards, and what they are called here. */
const slips: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '：': '/',
  ':': '/',
};

/** The tokens of a formula, with `end` behind the last. Throws `expression-wrong` at the first sign without a meaning. */
export function formulaTokens(text: string, start: Place = {}): FormulaToken[] {
  const position = new Position(start);
  const tokens: FormulaToken[] = [];
  let index = 0;
  const pass = (source: string) => {
    index += source.length;
    position.pass(source);
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0] ?? null;
  };
  let end = position.place();
  for (;;) {
    pass(match(blank) ?? '');
    if (index >= text.length) break;
    const token = next(text.slice(index), match, position.place());
    tokens.push(token);
    pass(token.source);
    end = position.place();
  }
  return [...tokens, { kind: 'end', source: '', place: end }];
}

function next(rest: string, match: (pattern: RegExp) => string | null, place: Place): FormulaToken {
  const word = match(name);
  if (word !== null) return { kind: 'name', source: word, place };
  const run = match(numberRun);
  if (run !== null) {
    if (number.test(run)) return { kind: 'number', source: run, place };
    throw expressionFault(place, {
      what: 'this is no number',
      found: run,
      expected: 'a number such as 12 or 0.5, without leading zeros',
    });
  }
  const sign = signs.find((candidate) => rest.startsWith(candidate));
  if (sign !== undefined) return { kind: 'sign', source: sign, place };
  const found = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  const narrow = found.normalize('NFKC');
  throw expressionFault(place, {
    what: 'this sign has no meaning in a formula',
    found,
    expected: `a name, a number or one of ${signs.join(' ')}`,
    didYouMean: slips[found] ?? nearestWord(narrow, signs.includes(narrow) ? [narrow] : []),
  });
}
