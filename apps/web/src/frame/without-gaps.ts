/** What stands in an address, without the parts that are left out, so that it stays short. */
export function withoutGaps<State extends object>(state: State): State {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as State;
}
