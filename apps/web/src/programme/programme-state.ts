/** What the page of a programme shows; all of it stands in the address. */
export interface ProgrammeState {
  /** Left out: the newest. */
  readonly programme?: string | undefined;
  /** One organisation, as the programme writes it. */
  readonly owner?: string | undefined;
  /** The clause that is open. */
  readonly clause?: string | undefined;
}
