/** How two names differ: the number of characters to change, and what stands on either side of the difference. */
export interface NameDifference {
  /** 0, 1 or 2; 3 for anything more. */
  readonly distance: number;
  readonly left: string;
  readonly right: string;
  /** True where numbers tell the names apart, or nothing but single letters or directions. */
  readonly numeral: boolean;
}

/** Compares two folded names by characters wrong, missing, too many, or two neighbours in the other order. */
export function nameDifference(a: string, b: string): NameDifference {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const around = `${a.charAt(start - 1)}${a.charAt(a.length - end)}`;
  const numeral = differByNumeral(left, right, around) || numeralsOf(left) !== numeralsOf(right);
  return { distance: distanceOf(left, right), left, right, numeral };
}

function distanceOf(left: string, right: string): number {
  if (left === right) return 0;
  if (left.length <= 1 && right.length <= 1) return 1;
  if (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]) return 1;
  if (Math.abs(left.length - right.length) > 2 || Math.max(left.length, right.length) > 12) return 3;
  return Math.min(3, levenshtein(left, right));
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const same = a[i] === b[j] ? 0 : 1;
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const ordinals = /^[一二三四五六七八九十〇零百甲乙丙丁戊东西南北中上下左右前后大小新老IVX0-9 ]*$/;

/** 第一医院 and 第二医院 are two bodies, and so are plants A and B; a letter inside a word is a misspelling. */
function differByNumeral(left: string, right: string, around: string): boolean {
  if (left === right) return false;
  const word = /[A-Z]/.test(around);
  const lone = (text: string) => (word ? /^[0-9 ]*$/ : /^[A-Z0-9 ]?$/).test(text) || (!word && ordinals.test(text));
  return lone(left) && lone(right);
}

const numeralsOf = (text: string): string => text.replace(/[^一二三四五六七八九十0-9]/g, '');
