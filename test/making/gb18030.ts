/** Characters of one and two bytes, reversed from the decoder: there is no encoder to ask. */
let table: Map<string, Buffer> | null = null;

/** The bytes of a text in GB18030; characters of four bytes are not known here. */
export function gb18030(text: string): Buffer {
  table ??= reversed();
  const known = table;
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = known.get(character);
      if (bytes === undefined) throw new Error(`${character} has no bytes in the table`);
      return bytes;
    }),
  );
}

function reversed(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, Buffer>();
  for (let byte = 0; byte < 0x80; byte += 1) found.set(String.fromCharCode(byte), Buffer.from([byte]));
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if ([...character].length === 1 && character !== '\ufffd') found.set(character, bytes);
    }
  }
  return found;
}
