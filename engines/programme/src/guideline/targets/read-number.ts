const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Source of a pattern for a number of a folded text: `1,250.5` or `一百二十`. */
export const numberPattern =
  '(?:\\d[\\d,]*(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?)';

/** Reads what `numberPattern` finds. */
export function readNumber(text: string): number {
  if (/^\d/u.test(text)) return Number(text.replaceAll(',', ''));
  const [whole = '', fraction] = text.split('点');
  const value = readWhole(whole);
  if (fraction === undefined) return value;
  return Number(`${value}.${[...fraction].map((digit) => digits[digit] ?? 0).join('')}`);
}

function readWhole(text: string): number {
  let sum = 0;
  let digit: number | null = null;
  for (const character of text) {
    const place = places[character];
    if (place === undefined) digit = (digit ?? 0) * 10 + (digits[character] ?? 0);
    else {
      sum += (digit ?? 1) * place;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
