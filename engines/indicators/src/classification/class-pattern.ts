/** What a pattern stands for: how high its symbol lies, and whether all below it is meant. */
export interface ClassPattern {
  /** The symbol, without the star: `H01L`, `H01L21/02`; of a main group `H01L21/00`. */
  readonly symbol: string;
  readonly level: 'section' | 'class' | 'subclass' | 'main-group' | 'subgroup';
  /** With everything below it. What is written without `/` always is. */
  readonly subtree: boolean;
}

const form = /^[A-Z](?:\d\d(?:[A-Z](?:[1-9]\d{0,3}(?:\/(\d{2,6}))?)?)?)?(\*?)$/;

/** Reads a pattern, `H01L21*`; null for what is none. */
export function readPattern(text: string): ClassPattern | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, number, star] = match;
  const symbol = star === '*' ? text.slice(0, -1) : text;
  if (number !== undefined) {
    const level = isZero(number) ? 'main-group' : 'subgroup';
    const own = level === 'main-group' ? `${symbol.slice(0, symbol.indexOf('/'))}/00` : symbol;
    return { symbol: own, level, subtree: star === '*' };
  }
  if (symbol.length > 4) return { symbol: `${symbol}/00`, level: 'main-group', subtree: true };
  const level = symbol.length === 1 ? 'section' : symbol.length === 3 ? 'class' : 'subclass';
  return { symbol, level, subtree: true };
}

/** The main group of a group, `H01L21` of `H01L21/02`; null for what lies above groups. */
export function mainGroupOf(symbol: string): string | null {
  const at = symbol.indexOf('/');
  return at < 0 ? null : symbol.slice(0, at);
}

/** A symbol as a record tells it, in the writing of the tree: without blanks, in capitals. */
export function writtenSymbol(given: string): string {
  return given.replaceAll(/\s/g, '').toUpperCase();
}

function isZero(number: string): boolean {
  return /^0+$/.test(number);
}
