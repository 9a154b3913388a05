/** A section, a class or a subclass of the IPC and of what is built like it: `H`, `H01`, `H01L`. */
const above = /^[A-Z](?:\d\d[A-Z]?)?$/;

/** True for the name of a concordance table, `sei-2021`: it holds a hyphen, as no scheme of classes does. */
export function isTable(scheme: string): boolean {
  return scheme.includes('-');
}

/** True where a code of a table is the asked one or lies below it: `1.2` below `1`. */
export function liesUnder(given: string, code: string): boolean {
  return given === code || given.startsWith(`${code}.`);
}

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
