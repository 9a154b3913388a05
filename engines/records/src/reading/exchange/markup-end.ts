const [quote, apostrophe, greater, opening, closing] = [0x22, 0x27, 0x3e, 0x5b, 0x5d];

/** The byte behind the start tag that begins at `start`; `>` inside quotes does not end it. -1 when it is not whole. */
export function tagEnd(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === greater) return at + 1;
    if (byte !== quote && byte !== apostrophe) continue;
    at = bytes.indexOf(byte, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

/**
 * The byte behind the DOCTYPE that begins at `start`, its internal subset with comments, instructions and quoted texts
 * passed over; -1 when it is not whole.
 */
export function doctypeEnd(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === greater && depth === 0) return at + 1;
    if (byte === opening) depth += 1;
    if (byte === closing) depth -= 1;
    const past = passedOver(bytes, at);
    if (past === null) continue;
    if (past < 0) return -1;
    at = past - 1;
  }
  return -1;
}

/** The byte behind a quoted text, comment or instruction that begins here; -1 when it is not whole, null when none does. */
function passedOver(bytes: Buffer, at: number): number | null {
  const byte = bytes[at];
  if (byte === quote || byte === apostrophe) return behind(bytes, Buffer.from([byte]), at + 1);
  if (byte !== 0x3c) return null;
  if (bytes.toString('latin1', at, at + 4) === '<!--') return behind(bytes, Buffer.from('-->'), at + 4);
  return bytes[at + 1] === 0x3f ? behind(bytes, Buffer.from('?>'), at + 2) : null;
}

function behind(bytes: Buffer, mark: Buffer, from: number): number {
  const found = bytes.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}
