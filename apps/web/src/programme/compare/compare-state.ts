/** What the comparison shows; all of it stands in the address. */
export interface CompareState {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** One kind of change, or `changed` for any; left out: everything. */
  readonly show?: string | undefined;
}

export function readCompareState(search: Readonly<Record<string, unknown>>): CompareState {
  const names = ['before', 'after', 'show'] as const;
  const read = names.map((name) => [name, search[name]] as const);
  return Object.fromEntries(read.filter(([, value]) => typeof value === 'string' && value !== ''));
}
