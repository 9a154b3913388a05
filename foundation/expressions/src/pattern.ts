/** Characters with a meaning in patterns; as themselves they stand behind a backslash. */
const special = String.raw`\[](){}|?*+.^$`;
const classRange = /[^[\]\\^&-](?:-[^[\]\\^&-])?/uy;
const times = /[?*+]|\{(\d{1,2})(?:,(\d{1,2}))?\}/uy;

/**
 * True for a pattern that every engine reads alike: characters, `\d`, classes such as `[A-HY0-9]`, each followed by `?`, `*`, `+`,
 * `{2}` or `{1,4}`; groups in parentheses, optional with `?`; `|` between alternatives.
 */
export function isPattern(pattern: string): boolean {
  return alternatives(pattern, 0, 0) === pattern.length;
}

/** The pattern for the whole of a text. */
export function wholeText(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

/**
 * The pattern for the whole of a text, between the signs of an engine for its beginning and end. `\d` is written out: to some
 * engines the digits of every script are digits.
 */
export function anchored(pattern: string, beginning: string, end: string): string {
  const plain = pattern.replaceAll(/\\./gu, (escaped) => (escaped === String.raw`\d` ? '[0-9]' : escaped));
  return `${beginning}(?:${plain})${end}`;
}

/** Where the alternatives that begin at `index` end; -1 where they are at fault. */
function alternatives(text: string, index: number, depth: number): number {
  let at = index;
  while (at < text.length && text[at] !== ')') {
    at = text[at] === '|' ? at + 1 : part(text, at, depth);
    if (at < 0) return -1;
  }
  return depth > 0 || at === text.length ? at : -1;
}

function part(text: string, index: number, depth: number): number {
  if (text[index] !== '(') return repeated(text, single(text, index));
  if (depth > 9) return -1;
  const end = alternatives(text, index + 1, depth + 1);
  if (end < 0 || text[end] !== ')') return -1;
  return text[end + 1] === '?' ? end + 2 : end + 1;
}

function single(text: string, index: number): number {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  if (character === '[') return characterClass(text, index + 1);
  if (character !== '\\') return special.includes(character) ? -1 : index + character.length;
  const escaped = text[index + 1];
  return escaped !== undefined && (escaped === 'd' || special.includes(escaped)) ? index + 2 : -1;
}

function characterClass(text: string, index: number): number {
  let at = index;
  while (at < text.length && text[at] !== ']') {
    classRange.lastIndex = at;
    const range = classRange.exec(text)?.[0];
    if (range === undefined) return -1;
    const [from = '', , to = from] = range;
    if ((to.codePointAt(0) ?? 0) < (from.codePointAt(0) ?? 0)) return -1;
    at += range.length;
  }
  return at > index && at < text.length ? at + 1 : -1;
}

function repeated(text: string, index: number): number {
  if (index < 0) return -1;
  times.lastIndex = index;
  const [found = '', least = '1', most = least] = times.exec(text) ?? [];
  return Number(most) < Number(least) || Number(most) === 0 ? -1 : index + found.length;
}
