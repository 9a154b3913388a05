import { damaged } from '../document-faults.js';

/** The text of a part as its bytes come: UTF-8, or UTF-16 with its mark. */
export class PartDecoder {
  readonly #path: string;
  #decode: ((chunk?: Buffer) => string) | null = null;
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws UserFault `document-damaged` */
  decode(chunk?: Buffer): string {
    this.#decode ??= decoderOf(chunk ?? Buffer.alloc(0));
    try {
      const text = this.#decode(chunk);
      this.#bytes += chunk?.length ?? 0;
      return text;
    } catch {
      throw damaged({ path: this.#path, byte: this.#bytes }, 'bytes that are not text in UTF-8', 'XML in UTF-8');
    }
  }
}

function decoderOf([first, second]: Buffer): (chunk?: Buffer) => string {
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  const decoder = new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { fatal: true });
  return (chunk) => (chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}
