import { OwnFault } from '@zhiheng/vocabulary';

/**
 * A tree over the characters of all names, walked one character at a time. Its edges lie in one open hash table of
 * numbers: `node × 65536 + character` leads to the next node.
 */
export class NameTrie<Value> {
  readonly #keys: Uint32Array;
  readonly #targets: Int32Array;
  readonly #mask: number;
  /** By node: what is stored under the name that ends there. */
  readonly #values: (readonly Value[] | undefined)[] = [undefined];

  constructor(entries: ReadonlyMap<string, readonly Value[]>) {
    let characters = 1;
    for (const name of entries.keys()) characters += name.length;
    let size = 1024;
    while (size < characters * 2) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#targets = new Int32Array(size);
    this.#mask = size - 1;
    for (const [name, values] of entries) {
      let node = 0;
      for (let at = 0; at < name.length; at += 1) node = this.#grow(node, name.charCodeAt(at));
      this.#values[node] = values;
    }
  }

  /** The values of every name that begins at `position`, shortest first, into `found`; gives their number. */
  allAt(text: string, position: number, found: (readonly Value[])[]): number {
    let [node, count] = [0, 0];
    for (let at = position; at < text.length; at += 1) {
      node = this.#next(node, text.charCodeAt(at));
      if (node < 0) break;
      const values = this.#values[node];
      if (values !== undefined) {
        found[count] = values;
        count += 1;
      }
    }
    return count;
  }

  #slot(node: number, character: number): number {
    const key = (node * 65536 + character) >>> 0;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(character, 0x85ebca6b)) >>> 7;
    for (slot &= this.#mask; ; slot = (slot + 1) & this.#mask) {
      const held = this.#keys[slot];
      if (held === key || held === 0) return slot;
    }
  }

  #next(node: number, character: number): number {
    const slot = this.#slot(node, character);
    return this.#keys[slot] === 0 ? -1 : (this.#targets[slot] ?? -1);
  }

  #grow(node: number, character: number): number {
    const slot = this.#slot(node, character);
    if (this.#keys[slot] !== 0) return this.#targets[slot] ?? -1;
    const added = this.#values.length;
    if (added > 0xffff) throw new OwnFault('the tree of names has no room for another character');
    this.#values.push(undefined);
    this.#keys[slot] = (node * 65536 + character) >>> 0;
    this.#targets[slot] = added;
    return added;
  }
}
