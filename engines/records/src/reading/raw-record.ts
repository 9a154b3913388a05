/** Bytes of a source record that quarantine keeps. */
export const rawLimit = 65_536;

/** The text of a source record cut to 64 KiB of UTF-8, never inside a character. */
export function clipText(text: string): string {
  if (text.length * 3 <= rawLimit) return text;
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length <= rawLimit ? text : clipBytes(bytes);
}

/** UTF-8 bytes as text, cut to 64 KiB; wrong bytes show as U+FFFD. */
export function clipBytes(bytes: Buffer): string {
  if (bytes.length <= rawLimit) return bytes.toString('utf8');
  let end = rawLimit;
  while (end > rawLimit - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}
