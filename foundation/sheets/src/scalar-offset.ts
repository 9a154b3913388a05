import type { Scalar } from 'yaml';

/** Characters that stand in the source of a scalar and not in its value: quotes, escapes, folding, indentation. */
const dress = new Set(["'", '"', '\\', ' ', '\t', '\r', '\n']);

/**
 * Offset in the file of one character of a scalar's value, whatever quotes or folding the file writes it with: both are
 * walked together. Falls back to the beginning of the scalar where they part (an escape such as `\u0041`).
 */
export function scalarOffset(text: string, scalar: Scalar, index: number): number {
  const [begin, end] = scalar.range ?? [0, 0];
  const value = String(scalar.value);
  const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
  let at = block ? text.indexOf('\n', begin) + 1 : begin;
  let last = begin;
  for (const letter of value.slice(0, index + 1)) {
    if (/\s/.test(letter)) continue;
    while (at < end && !text.startsWith(letter, at) && dress.has(text.charAt(at))) at += 1;
    if (!text.startsWith(letter, at)) return begin;
    last = at;
    at += letter.length;
  }
  return index >= value.trimEnd().length ? at : last;
}
