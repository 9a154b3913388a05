import { OwnFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { ActsTable } from './ledger-tables.js';

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a person did, before the ledger numbers it. */
export interface NewAct {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly person: string;
  /** Whose place the person took. */
  readonly onBehalfOf?: string | null;
  /** Where the act comes from: `page`, `command`, `key` or `job`, with the address where one is known. */
  readonly surface?: string | null;
  readonly kind: string;
  readonly object: string;
  /** Hash of the content that the act names; empty when it names none. */
  readonly hash: string;
  /** The state of the object before the act and after it; null when it has none. Never personal data. */
  readonly before?: Json;
  readonly after?: Json;
  /** True for a read of personal data. */
  readonly reads?: boolean;
}

/** An act of the ledger with its place in the chain. */
export interface Act extends Required<NewAct> {
  /** Counts from 1, without gaps. */
  readonly number: number;
  /** `chain` of the act before it. */
  readonly previous: string;
  /** SHA-256 over the canonical text of everything else in the act. */
  readonly chain: string;
}

/** The columns of an act that has no place in the chain yet. */
export function columnsOf(act: NewAct): Omit<ActsTable, 'number' | 'previous' | 'chain'> {
  const { time, person, onBehalfOf = null, surface = null, kind, object, hash, reads = false } = act;
  const texts = [time, person, onBehalfOf ?? '', surface ?? '', kind, object, hash];
  // PostgreSQL holds no NUL, UTF-8 no half of a pair: the row would not be what was hashed.
  const unfit = texts.find((text) => text.includes('\0') || half.test(text));
  if (unfit !== undefined) throw unstorable(unfit);
  return {
    ...{ time, person, on_behalf_of: onBehalfOf, surface, kind, object, hash },
    before: stateText(act.before),
    after: stateText(act.after),
    reads: reads ? 1 : 0,
  };
}

const half = /\p{Surrogate}/u;
/** As JSON writes it, behind an even number of backslashes. */
const writtenHalf = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;
const unstorable = (text: string) => new OwnFault(`a text of an act cannot be stored: ${JSON.stringify(text)}`);

function stateText(state: Json | undefined): string | null {
  if (state === undefined || state === null) return null;
  const text = canonicalText(state);
  // Half of a pair is no text, and RFC 8785 has no form for it.
  if (writtenHalf.test(text)) throw unstorable(text);
  return text;
}

/** An act as rooms see it, from its row. */
export function actOf(row: ActsTable): Act {
  const { on_behalf_of: onBehalfOf, before, after, reads, ...same } = row;
  return { ...same, onBehalfOf, before: stateOf(before), after: stateOf(after), reads: reads === 1 };
}

const stateOf = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json));
