import type { Expression, ListCall } from './expression.js';
import { isListCall } from './list-call.js';
import { partsOf } from './parts-of.js';
import { printSource } from './print-source.js';

/** A question about a list, with the name that its answer goes by. */
export interface NamedCall {
  /** The same for the same question with the same values of its parameters: `has_1q5zk0x3v9b2a`. */
  readonly name: string;
  readonly call: ListCall;
}

/** The questions about lists that a tree asks, each once, in the order of the text. */
export function callsOf(tree: Expression): NamedCall[] {
  const calls = new Map<string, ListCall>();
  const visit = (node: Expression): void => {
    if (isListCall(node)) calls.set(callName(node), calls.get(callName(node)) ?? node);
    for (const part of partsOf(node)) visit(part);
  };
  visit(tree);
  return [...calls].map(([name, call]) => ({ name, call }));
}

export function callName(call: ListCall): string {
  return `${call.kind}_${fingerprint(printSource(call, 'values'))}`;
}

/** FNV-1a of 64 bits over the code units of a text, in 13 letters and digits. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(36).padStart(13, '0');
}
