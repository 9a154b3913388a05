import { UserFault } from '@zhiheng/vocabulary';
import { SaxesParser } from 'saxes';

/** A tag of the frame around the records; names without namespace prefix. */
export interface FrameTag {
  readonly type: 'opens' | 'closes';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
}

interface FramePlace {
  readonly path?: string;
  readonly byte: number;
}

/**
 * Parses what stands around the records strictly: declaration, DOCTYPE (read past, never acted on), and the elements that
 * hold the records. Entities other than the five of XML are errors.
 */
export class FrameParser {
  readonly #parser = new SaxesParser();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #path: string[] = [];
  #tags: FrameTag[] = [];
  #silent = false;
  #encoding: string | null = null;

  constructor() {
    this.#parser.on('xmldecl', (declaration) => {
      this.#encoding = declaration.encoding ?? null;
    });
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (this.#silent) return;
      const local = localName(name);
      this.#tags.push({ type: 'opens', name: local, attributes, path: [...this.#path] });
      this.#path.push(local);
    });
    this.#parser.on('closetag', ({ name }) => {
      if (this.#silent) return;
      this.#path.pop();
      this.#tags.push({ type: 'closes', name: localName(name), attributes: {}, path: [...this.#path] });
    });
  }

  /** The tags in a stretch of the frame. Throws `xml-malformed`, `encoding-wrong` at the place. */
  write(bytes: Buffer, place: FramePlace): FrameTag[] {
    try {
      this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
    } catch (error) {
      throw frameFault(error, place);
    }
    if (this.#encoding !== null && !/^(?:utf-8|us-ascii)$/i.test(this.#encoding)) {
      throw new UserFault('encoding-wrong', { place, found: this.#encoding, expected: 'utf-8' });
    }
    const tags = this.#tags;
    this.#tags = [];
    return tags;
  }

  /** A record stands here: it takes the place of one element. */
  passRecord(place: FramePlace): void {
    this.#silent = true;
    try {
      this.#parser.write('<record/>');
    } catch (error) {
      throw frameFault(error, place);
    }
    this.#silent = false;
  }

  /** False when the frame is not complete. */
  close(): boolean {
    try {
      this.#parser.write(this.#decoder.decode());
      this.#parser.close();
      return true;
    } catch {
      return false;
    }
  }
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function frameFault(error: unknown, place: FramePlace): UserFault {
  if (!(error instanceof Error)) throw error;
  if ('code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new UserFault('encoding-wrong', { place, found: 'bytes that are not UTF-8', expected: 'utf-8' });
  }
  // line and column are of the frame alone, without its records
  const what = error.message.replace(/^\d+:\d+:\s*/, '');
  return new UserFault('xml-malformed', { place, found: what, values: { what } });
}
