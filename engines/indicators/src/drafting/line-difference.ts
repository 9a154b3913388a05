/** A line of two texts beside each other: in both, in the newer one only, or in the older one only. */
export interface DifferenceLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly line: string;
  /** Its number in the older and in the newer text, from 1; null where it is not there. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Pairs of lines that are compared at most: 2,000 by 2,000. */
const mostPairs = 4_000_000;

/**
 * What leads from one text to another, line by line, with as few changed lines as can be; what is removed stands before what is added in
 * its place. Where more than two thousand lines differ between the equal ends, all of them are told as removed and added.
 */
export function lineDifference(before: string | null, after: string | null): DifferenceLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const lines: DifferenceLine[] = a.slice(0, head).map((line, at) => same(line, at, at));
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  for (const { kind, line, before: from, after: to } of middle) {
    lines.push({ kind, line, before: from === null ? null : from + head, after: to === null ? null : to + head });
  }
  for (let back = tail; back > 0; back -= 1) {
    lines.push(same(a.at(-back) ?? '', a.length - back, b.length - back));
  }
  return lines;
}

function same(line: string, before: number, after: number): DifferenceLine {
  return { kind: 'same', line, before: before + 1, after: after + 1 };
}

/** By the longest common subsequence, whose lengths from each pair of places on stand in `longest`. */
function between(a: readonly string[], b: readonly string[]): DifferenceLine[] {
  if (a.length * b.length > mostPairs) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(same(a[i] ?? '', i, j));
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(a[i] ?? '', i));
      i += 1;
    } else {
      lines.push(added(b[j] ?? '', j));
      j += 1;
    }
  }
  return lines;
}

function removed(line: string, at: number): DifferenceLine {
  return { kind: 'removed', line, before: at + 1, after: null };
}

function added(line: string, at: number): DifferenceLine {
  return { kind: 'added', line, before: null, after: at + 1 };
}

function linesOf(text: string | null): string[] {
  if (text === null || text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}
