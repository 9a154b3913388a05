/** A reel and frame in its normal form: six and four digits, `048818/0520`; null when it is none. */
export function reelFrame(reel: string, frame: string): string | null {
  if (!/^\d{1,6}$/.test(reel) || !/^\d{1,4}$/.test(frame)) return null;
  return `${reel.padStart(6, '0')}/${frame.padStart(4, '0')}`;
}

const marks = String.raw`[\s:;,.#()]{0,9}(?:NOS?|NUMBERS?)?[\s:;,.#()]{0,9}`;
/** `REEL 048818/FRAME 0520`, `REEL: 48818 FRAME: 520`, `REEL NO. 48818, FRAME NO. 0520` */
const spelled = new RegExp(
  String.raw`\bREELS?${marks}(\d{1,6})[\s:;,.#()/-]{0,9}(?:AND|AT|ON)?\s{0,9}FRAMES?${marks}(\d{1,4})\b`,
  'g',
);
/** `048818/0520`, `048818-0520`; a day such as 05/07/2019 is none. */
const paired = /(?<![\d/-])(\d{3,6})\s?(?:\/\s?(?=\d{1,4}(?!\d))|-\s?(?=\d{3,4}(?!\d)))(\d+)(?![/-]\d)/g;

/**
 * Every reel and frame that a text names, in normal form and in the order of the text, none twice. Texts drop leading
 * zeros or keep them and write the pair in many ways; a bare pair counts where the text speaks of reels or frames.
 */
export function namedReelFrames(text: string): string[] {
  const words = text.normalize('NFKC').toUpperCase();
  const found = [...words.matchAll(spelled)];
  const isTaken = (at: number) => found.some((one) => at >= one.index && at < one.index + one[0].length);
  if (/\bREELS?\b|\bFRAMES?\b|\bR\/F\b/.test(words)) {
    found.push(...[...words.matchAll(paired)].filter(({ index }) => !isTaken(index)));
  }
  const ordered = found.sort((one, other) => one.index - other.index);
  const names = ordered.map(([, reel = '', frame = '']) => reelFrame(reel, frame)).filter((name) => name !== null);
  return [...new Set(names)];
}
