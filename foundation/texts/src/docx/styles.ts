import type { ZipEntry } from '@zhiheng/archives';
import type { TextLimits } from '../text-limits.js';
import { type Attributes, parsePart } from './part-parser.js';

/** What a style of paragraphs says that the text depends on; null where it leaves that to the style below it. */
export interface ParagraphStyle {
  /** 1 to 9 for headings, 0 for the title, -1 for body text. */
  readonly outline: number | null;
  readonly numId: string | null;
  readonly ilvl: number | null;
}

interface WrittenStyle {
  readonly basedOn: string | null;
  readonly outline: number | null;
  readonly numId: string | null;
  readonly ilvl: number | null;
}

/** Styles based on one another: word processors know of about ten. */
const longestChain = 64;

const bare: ParagraphStyle = { outline: null, numId: null, ilvl: null };

/** Styles of paragraphs by their ids, each with what it takes over from the one it is based on. */
export class Styles {
  readonly #written: ReadonlyMap<string, WrittenStyle>;
  readonly #usual: string | null;
  readonly #resolved = new Map<string, ParagraphStyle>();

  constructor(written: ReadonlyMap<string, WrittenStyle> = new Map(), usual: string | null = null) {
    this.#written = written;
    this.#usual = usual;
  }

  of(id: string | null): ParagraphStyle {
    const key = id ?? this.#usual;
    if (key === null) return bare;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    let found = bare;
    const met = new Set<string>();
    for (let at: string | null = key; at !== null && !met.has(at) && met.size < longestChain; ) {
      met.add(at);
      const style = this.#written.get(at);
      found = {
        outline: found.outline ?? style?.outline ?? null,
        numId: found.numId ?? style?.numId ?? null,
        ilvl: found.ilvl ?? style?.ilvl ?? null,
      };
      at = style?.basedOn ?? null;
    }
    this.#resolved.set(key, found);
    return found;
  }
}

export async function readStyles(part: ZipEntry | undefined, limits: TextLimits): Promise<Styles> {
  const written = new Map<string, WrittenStyle>();
  let usual: string | null = null;
  let [id, style]: [string, WrittenStyle | null] = ['', null];
  const set = (change: Partial<WrittenStyle>): void => {
    if (style !== null) style = { ...style, ...change };
  };
  const open = (name: string, { val, ...attributes }: Attributes): void => {
    if (name === 'w:style' && /^(?:paragraph|numbering)$/.test(attributes.type ?? '')) {
      id = attributes.styleId ?? '';
      style = { basedOn: null, outline: null, numId: null, ilvl: null };
      if (attributes.type === 'paragraph' && isOn(attributes.default ?? '0')) usual = id;
    } else if (val === undefined) return;
    else if (name === 'w:name') set({ outline: outlineOfName(val) ?? style?.outline ?? null });
    else if (name === 'w:basedOn') set({ basedOn: val });
    else if (name === 'w:outlineLvl') set({ outline: style?.outline ?? outlineOf(val) });
    else if (name === 'w:numId') set({ numId: val });
    else if (name === 'w:ilvl') set({ ilvl: levelOf(val) });
  };
  const close = (name: string): void => {
    if (name !== 'w:style') return;
    if (style !== null) written.set(id, style);
    style = null;
  };
  if (part !== undefined) await parsePart(part, { open, close }, limits);
  return new Styles(written, usual);
}

/** `outlineLvl` counts from 0; 9 is body text. */
export function outlineOf(value: string): number {
  const level = Number.parseInt(value, 10);
  return level >= 0 && level < 9 ? level + 1 : -1;
}

export function levelOf(value: string): number {
  const level = Number.parseInt(value, 10);
  return level >= 0 && level < 9 ? level : 0;
}

/** Whether a switch is on that may stand without a value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}

function outlineOfName(name: string): number | null {
  if (/^title$/i.test(name)) return 0;
  const [, level] = /^(?:heading|标题|標題)\s*([1-9])$/i.exec(name) ?? [];
  return level === undefined ? null : Number(level);
}
