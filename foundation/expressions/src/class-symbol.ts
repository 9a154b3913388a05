/** A section, a class or a subclass of the IPC and of what is built like it: `H`, `H01`, `H01L`. */
const above = /^[A-Z](?:\d\d[A-Z]?)?$/;

/** A symbol of a classification without blanks, which do not count. */
export function plainSymbol(symbol: string): string {
  return symbol.replaceAll(' ', '');
}

/** True for a symbol that stands for everything that begins with it; any other stands for itself alone. */
export function isAboveGroups(symbol: string): boolean {
  return above.test(plainSymbol(symbol));
}

/** True where a class is the symbol or lies below it. */
export function liesWithin(given: string, symbol: string): boolean {
  const [inner, outer] = [plainSymbol(given), plainSymbol(symbol)];
  return isAboveGroups(outer) ? inner.startsWith(outer) : inner === outer;
}
