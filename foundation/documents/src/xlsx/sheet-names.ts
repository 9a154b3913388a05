const longest = 31;

/**
 * Names of sheets as a workbook takes them: none of `[]:*?/\`, at most 31 characters, no apostrophe at an end, none twice whatever the case.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? '' : ` (${number})`;
      const candidate = cut(plain, longest - tail.length) + tail;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** Never through the middle of a character of two halves. */
function cut(text: string, length: number): string {
  let out = '';
  for (const letter of text) {
    if (out.length + letter.length > length) break;
    out += letter;
  }
  return out.trimEnd();
}
