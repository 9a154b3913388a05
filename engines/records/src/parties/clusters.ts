/**
 * Numbered members joined step by step, under constraints: members with different labels of one kind (credit codes) and
 * members that somebody set apart never come together, not over others either.
 */
export class Clusters {
  readonly #parent: Int32Array;
  readonly #code: (string | number | null)[];
  /** By root: sides of the sets-apart that its members stand on, `2 × number` and `2 × number + 1`. */
  readonly #sides = new Map<number, Set<number>>();

  /** `codes`: of each member, null where it has none. */
  constructor(codes: readonly (string | number | null)[]) {
    this.#parent = Int32Array.from(codes.keys());
    this.#code = [...codes];
  }

  /** The member that stands for the cluster: the lowest one. */
  rootOf(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    let at = member;
    while (at !== root) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Sets members apart: none of `left` is ever joined with one of `right`. */
  setApart(number: number, left: readonly number[], right: readonly number[]): void {
    for (const [side, members] of [left, right].entries()) {
      for (const member of members) {
        const root = this.rootOf(member);
        this.#sides.set(root, (this.#sides.get(root) ?? new Set()).add(2 * number + side));
      }
    }
  }

  mayJoin(a: number, b: number): boolean {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    const [one, other] = [this.#code[x] ?? null, this.#code[y] ?? null];
    if (one !== null && other !== null && one !== other) return false;
    return !this.#areApart(x, y);
  }

  /** Joins two clusters where the constraints let them; gives whether they are one now. */
  join(a: number, b: number): boolean {
    if (this.rootOf(a) === this.rootOf(b)) return true;
    if (!this.mayJoin(a, b)) return false;
    this.#unite(a, b);
    return true;
  }

  /** Joins two clusters by somebody's decision: codes that differ do not count, what was set apart does. */
  joinDecided(a: number, b: number): boolean {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    if (x !== y && this.#areApart(x, y)) return false;
    if (x !== y) this.#unite(x, y);
    return true;
  }

  #areApart(x: number, y: number): boolean {
    const [left, right] = [this.#sides.get(x), this.#sides.get(y)];
    if (left === undefined || right === undefined) return false;
    for (const side of left) if (right.has(side ^ 1)) return true;
    return false;
  }

  #unite(a: number, b: number): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    const [root, gone] = x < y ? [x, y] : [y, x];
    this.#parent[gone] = root;
    this.#code[root] ??= this.#code[gone] ?? null;
    const sides = this.#sides.get(gone);
    if (sides === undefined) return;
    this.#sides.set(root, new Set([...(this.#sides.get(root) ?? []), ...sides]));
    this.#sides.delete(gone);
  }
}
