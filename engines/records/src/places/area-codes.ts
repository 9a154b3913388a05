/** How areas lie in each other, by GB/T 2260: two digits a province, four a city, six a county. */
export class AreaCodes {
  /** Areas that have a name of their own; placeholders such as 市辖区 have none. */
  readonly #named: ReadonlySet<string>;

  constructor(named: ReadonlySet<string>) {
    this.#named = named;
  }

  /** The smallest named area that all of the codes lie in or are; `XX` when there is none. */
  common(codes: readonly string[]): string {
    const [first = 'XX', ...others] = codes;
    return this.above(first).find((area) => others.every((code) => isWithin(code, area))) ?? 'XX';
  }

  /** The code, its city and its province, as far as they have names. */
  above(code: string): string[] {
    const steps = [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
    return [...new Set(steps)].filter((step) => this.#named.has(step));
  }
}

/** True when `inner` is `outer` or lies in it. */
export function isWithin(inner: string, outer: string): boolean {
  if (outer.endsWith('0000')) return inner.startsWith(outer.slice(0, 2));
  return outer.endsWith('00') ? inner.startsWith(outer.slice(0, 4)) : inner === outer;
}
