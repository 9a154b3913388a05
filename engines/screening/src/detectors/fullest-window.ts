/** A part of a list, from `from` to before `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * For each of some days, in ascending order, the window of days that lie within `within` of each other and holds the most, the day itself among them; of
 * equally full ones the earliest. Days of one window give the same object. Takes time in proportion to the days.
 */
export function fullestWindows(days: readonly number[], within: number): Window[] {
  const windows: Window[] = [];
  /** Starts that may still be the best of a later day, the fullest first. */
  const waiting: Window[] = [];
  let [first, to] = [0, 0];
  let start: Window = { from: 0, to: 0 };
  for (const [index, day] of days.entries()) {
    if (index === 0 || day !== days[index - 1]) {
      while (to < days.length && (days[to] as number) - day <= within) to += 1;
      start = { from: index, to };
      while (waiting.length > first && lengthOf(waiting.at(-1) as Window) < lengthOf(start)) waiting.pop();
      waiting.push(start);
    }
    while (day - (days[(waiting[first] as Window).from] as number) > within) first += 1;
    windows.push(waiting[first] as Window);
  }
  return windows;
}

const lengthOf = ({ from, to }: Window) => to - from;
