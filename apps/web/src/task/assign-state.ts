/** What a new task comes from: a clause or target of a programme, or another task. */
export interface AssignState {
  readonly programme?: string | undefined;
  readonly clause?: string | undefined;
  readonly target?: string | undefined;
  readonly parent?: string | undefined;
}
