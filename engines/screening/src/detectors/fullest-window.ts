/** A part of a list, from `from` to before `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const lengthOf = ({ from, to }: Window) => to - from;

/**
 * For each of some days, in ascending order, the window of days that lie within `within` of each other and is the fullest, the day itself among them; of
 * equally full ones the earliest. Days of one window give the same object. `fullness`: asked once of each window, from the first to the last; left out,
 * how many days there are. Takes time in proportion to the days, beside that.
 */
export function fullestWindows(
  days: readonly number[],
  within: number,
  fullness: (window: Window) => number = lengthOf,
): Window[] {
  const windows: Window[] = [];
  /** Windows that may still be the best of a later day, the fullest first. */
  const waiting: { readonly window: Window; readonly full: number }[] = [];
  let [first, to] = [0, 0];
  for (const [index, day] of days.entries()) {
    if (index === 0 || day !== days[index - 1]) {
      while (to < days.length && (days[to] as number) - day <= within) to += 1;
      const window = { from: index, to };
      const full = fullness(window);
      while (waiting.length > first && (waiting.at(-1)?.full ?? 0) < full) waiting.pop();
      waiting.push({ window, full });
    }
    while (day - (days[startOf(waiting[first])] as number) > within) first += 1;
    windows.push((waiting[first] as { window: Window }).window);
  }
  return windows;
}

const startOf = (entry: { readonly window: Window } | undefined) => entry?.window.from ?? 0;

/** Counts how many different keys a window holds, of windows that are asked for from the first to the last. */
export function differentWithin(keys: readonly string[]): (window: Window) => number {
  const counts = new Map<string, number>();
  let [from, to] = [0, 0];
  const change = (index: number, by: number) => {
    const key = keys[index] as string;
    const count = (counts.get(key) ?? 0) + by;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  };
  return (window) => {
    for (; to < window.to; to += 1) change(to, 1);
    for (; from < window.from; from += 1) change(from, -1);
    return counts.size;
  };
}
