import { OwnFault } from '@zhiheng/vocabulary';
import { mainGroupOf } from './class-pattern.js';

interface Group {
  readonly symbol: string;
  readonly dots: number;
  readonly parent: string;
}

/** The hierarchy of the IPC: which subgroups lie below which, by their dots. */
export class ClassTree {
  /** What the source tells of each main group, in its order. */
  readonly #told = new Map<string, { readonly told: boolean; readonly subgroups: string }>();
  /** Groups by main group, the main group first where the source has it; worked out when they are asked for. */
  readonly #groups = new Map<string, readonly Group[]>();
  readonly #known = new Map<string, ReadonlySet<string>>();
  /** Main groups by subclass, class and section. */
  readonly #above = new Map<string, string[]>();

  /** `text`: `reference/ipc-tree.csv`. */
  constructor(text: string) {
    for (const line of text.split('\n').slice(1)) {
      if (line === '') continue;
      const [group = '', told = '', subgroups = ''] = line.trimEnd().split(',');
      this.#told.set(group, { told: told === 'yes', subgroups });
      for (const length of [1, 3, 4]) {
        const above = group.slice(0, length);
        const known = this.#above.get(above);
        if (known === undefined) this.#above.set(above, [group]);
        else known.push(group);
      }
    }
    if (this.#told.size === 0) throw new OwnFault('the tree of the IPC is empty');
  }

  /** True for a section, class, subclass, main group or subgroup that the tree has. */
  has(symbol: string): boolean {
    const main = mainGroupOf(symbol);
    if (main === null) return this.#above.has(symbol);
    const known = this.#known.get(main) ?? new Set(this.#below(main).map((one) => one.symbol));
    this.#known.set(main, known);
    return known.has(symbol);
  }

  /** Every symbol, in the order of the tree; sections, classes and subclasses are not among them. */
  get groups(): string[] {
    return [...this.#told.keys()].flatMap((group) => this.#below(group).map(({ symbol }) => symbol));
  }

  /** The symbol and the groups below it; of a main group that the tree lacks, its subgroups. Empty for what is not known. */
  subtree(symbol: string): string[] {
    const main = mainGroupOf(symbol);
    if (main === null) {
      const groups = this.#above.get(symbol) ?? [];
      return groups.flatMap((group) => this.#below(group).map((one) => one.symbol));
    }
    const list = this.#below(main);
    if (symbol === `${main}/00`) return list.map((one) => one.symbol);
    if (!this.has(symbol)) return [];
    const found = new Set([symbol]);
    // A parent stands before what lies below it.
    for (const { symbol: one, parent } of list) if (found.has(parent)) found.add(one);
    return [...found];
  }

  #below(group: string): readonly Group[] {
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const { told = false, subgroups = '' } = this.#told.get(group) ?? {};
    const list = this.#told.has(group) ? groupsOf(group, told, subgroups) : [];
    this.#groups.set(group, list);
    return list;
  }
}

function groupsOf(group: string, told: boolean, subgroups: string): Group[] {
  const main = { symbol: `${group}/00`, dots: 0, parent: group.slice(0, 4) };
  const above = [main.symbol];
  const below = subgroups.split(' ').flatMap((entry): Group[] => {
    if (entry === '') return [];
    const match = /^(\d+):(\d+)(?:\^(\d+))?$/.exec(entry);
    if (match === null) throw new OwnFault(`the tree of the IPC has ${entry} in ${group}`);
    const [, number, depth, given] = match;
    const [symbol, dots] = [`${group}/${number}`, Number(depth)];
    above.length = Math.min(above.length, dots);
    const parent = given === undefined ? above.findLast((one) => one !== undefined) : `${group}/${given}`;
    above[dots] = symbol;
    return [{ symbol, dots, parent: parent ?? main.symbol }];
  });
  return told ? [main, ...below] : below;
}
