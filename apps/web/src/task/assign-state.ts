/** What a new task comes from: a clause or target of a programme, or another task. */
export interface AssignState {
  readonly programme?: string | undefined;
  readonly clause?: string | undefined;
  readonly target?: string | undefined;
  readonly parent?: string | undefined;
}

/** Reads the address; unknown values are dropped. */
export function readAssignState(search: Readonly<Record<string, unknown>>): AssignState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    programme: text(search.programme),
    clause: text(search.clause),
    target: text(search.target),
    parent: text(search.parent),
  };
}
