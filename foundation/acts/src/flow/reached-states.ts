import type { FlowAct } from './definition.js';

/** The states that can be come to: from one state, or from the opening acts when none is given. */
export function reachedStates(acts: readonly FlowAct[], start?: string): Set<string> {
  const reached = new Set<string>(
    start === undefined ? acts.flatMap(({ from, to }) => (from.length === 0 && to !== null ? [to] : [])) : [start],
  );
  // A set walks over what is added to it on the way.
  for (const state of reached) {
    for (const { from, to } of acts) if (to !== null && from.includes(state)) reached.add(to);
  }
  return reached;
}
