/** Built-in formats that show a day or a part of one; those from 27 on are the ones of East Asian versions. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** True when a number format shows a number as a day. `code` is null for a built-in format. */
export function showsDay(id: number, code: string | null): boolean {
  return code === null ? builtIn.has(id) : codeShowsDay(code);
}

function codeShowsDay(code: string): boolean {
  const bare = code
    .replaceAll(/"[^"]*"|\\.|[_*]./g, '')
    .replaceAll(/\[(h+|m+|s+)\]/gi, 'h')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/AM\/PM|A\/P|General|E[+-]/gi, '')
    .replace(/;.*$/s, '');
  if (/[yd]/i.test(bare)) return true;
  // a month alone; between hours and seconds `m` is minutes
  return /m/i.test(bare) && !/[hs]/i.test(bare);
}
