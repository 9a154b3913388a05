import type { ZipEntry } from '@zhiheng/archives';
import type { TextLimits } from '../text-limits.js';
import { type Attributes, parsePart } from './part-parser.js';
import { isOn, levelOf } from './styles.js';

/** How one level of an automatic list is written. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`, with the numbers of levels from 1. */
  readonly text: string;
  readonly suffix: string;
  /** The level from 0 at whose items it begins anew, and those above it; null where all above it do, -1 where none does. */
  readonly restart: number | null;
  /** Numbers of the levels above in digits. */
  readonly legal: boolean;
}

export interface ListModel {
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** A style that the levels are to be taken from instead. */
  readonly linkedStyle: string | null;
}

export interface ListInstance {
  readonly model: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, ListLevel>;
}

/** The lists of `numbering.xml`: models, and the instances that paragraphs name. */
export interface Numbering {
  readonly models: ReadonlyMap<string, ListModel>;
  readonly instances: ReadonlyMap<string, ListInstance>;
}

const usualLevel: ListLevel = { start: 1, format: 'decimal', text: '', suffix: 'tab', restart: null, legal: false };

export async function readNumbering(part: ZipEntry | undefined, limits: TextLimits): Promise<Numbering> {
  const reader = new NumberingReader();
  if (part !== undefined) await parsePart(part, reader, limits);
  return reader;
}

class NumberingReader implements Numbering {
  readonly models = new Map<string, { levels: Map<number, ListLevel>; linkedStyle: string | null }>();
  readonly instances = new Map<
    string,
    { model: string; starts: Map<number, number>; levels: Map<number, ListLevel> }
  >();
  #levels = new Map<number, ListLevel>();
  #model = '';
  #instance = '';
  #at = 0;

  open(name: string, attributes: Attributes): void {
    const { val } = attributes;
    if (name === 'w:abstractNum') {
      this.#model = attributes.abstractNumId ?? '';
      this.#levels = new Map();
      this.models.set(this.#model, { levels: this.#levels, linkedStyle: null });
    } else if (name === 'w:num') {
      this.#instance = attributes.numId ?? '';
      this.#levels = new Map();
      this.instances.set(this.#instance, { model: '', starts: new Map(), levels: this.#levels });
    } else if (name === 'w:lvlOverride') this.#at = levelOf(attributes.ilvl ?? '0');
    else if (name === 'w:lvl') {
      this.#at = levelOf(attributes.ilvl ?? '0');
      this.#levels.set(this.#at, usualLevel);
    } else this.#value(name, val);
  }

  #value(name: string, val: string | undefined): void {
    if (name === 'w:isLgl') this.#set({ legal: isOn(val) });
    if (val === undefined) return;
    const instance = this.instances.get(this.#instance);
    const model = this.models.get(this.#model);
    if (name === 'w:abstractNumId' && instance !== undefined) instance.model = val;
    else if (name === 'w:startOverride') instance?.starts.set(this.#at, whole(val));
    else if (name === 'w:numStyleLink' && model !== undefined) model.linkedStyle = val;
    else if (name === 'w:start') this.#set({ start: whole(val) });
    else if (name === 'w:numFmt') this.#set({ format: val });
    else if (name === 'w:lvlText') this.#set({ text: val });
    else if (name === 'w:suff') this.#set({ suffix: val });
    else if (name === 'w:lvlRestart') this.#set({ restart: whole(val) - 1 });
  }

  #set(change: Partial<ListLevel>): void {
    const level = this.#levels.get(this.#at);
    if (level !== undefined) this.#levels.set(this.#at, { ...level, ...change });
  }
}

function whole(value: string): number {
  const number = Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : 0;
}
