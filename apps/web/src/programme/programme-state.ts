/** What the page of a programme shows; all of it stands in the address. */
export interface ProgrammeState {
  /** Left out: the newest. */
  readonly programme?: string | undefined;
  /** One organisation, as the programme writes it. */
  readonly owner?: string | undefined;
  /** The clause that is open. */
  readonly clause?: string | undefined;
}

export function readProgrammeState(search: Readonly<Record<string, unknown>>): ProgrammeState {
  const names = ['programme', 'owner', 'clause'] as const;
  const read = names.map((name) => [name, search[name]] as const);
  return Object.fromEntries(read.filter(([, value]) => typeof value === 'string' && value !== ''));
}
