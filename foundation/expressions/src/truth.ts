/** True, false, or not known: the three values of SQL. */
export type Truth = boolean | null;

/** False when any part is false, else null when any is not known, else true. */
export function allTrue(parts: Iterable<Truth>): Truth {
  let known: Truth = true;
  for (const part of parts) {
    if (part === false) return false;
    if (part === null) known = null;
  }
  return known;
}

/** True when any part is true, else null when any is not known, else false. */
export function anyTrue(parts: Iterable<Truth>): Truth {
  let known: Truth = false;
  for (const part of parts) {
    if (part === true) return true;
    if (part === null) known = null;
  }
  return known;
}

export function opposite(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
