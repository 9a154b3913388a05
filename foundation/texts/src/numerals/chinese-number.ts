const plainSigns = { digits: '零一二三四五六七八九', ranks: ['', '十', '百', '千'], oneTen: false };
const formalSigns = { digits: '零壹贰叁肆伍陆柒捌玖', ranks: ['', '拾', '佰', '仟'], oneTen: true };

/** 一, 十, 十一, 一百零二, 一万零三: a whole number below 100 000 000; others are written in digits. */
export function chineseNumber(value: number): string {
  return counted(value, plainSigns);
}

/** 壹, 壹拾, 壹拾壹, 壹佰零贰. */
export function formalChineseNumber(value: number): string {
  return counted(value, formalSigns);
}

/** 一〇二: digit by digit. */
export function chineseDigits(value: number, zero: string): string {
  return String(value).replaceAll(/\d/g, (digit) => (digit === '0' ? zero : (plainSigns.digits[Number(digit)] ?? '')));
}

type Signs = typeof plainSigns;

function counted(value: number, signs: Signs): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e8) return String(value);
  if (value === 0) return signs.digits[0] ?? '';
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return group(low, signs);
  const gap = low > 0 && low < 1000 ? signs.digits[0] : '';
  return `${group(high, signs)}万${gap}${low === 0 ? '' : below(low, signs)}`;
}

/** The outermost group: ten is 十 and not 一十. */
function group(value: number, signs: Signs): string {
  return value >= 10 && value < 20 && !signs.oneTen ? below(value, signs).slice(1) : below(value, signs);
}

function below(value: number, signs: Signs): string {
  let [text, gap] = ['', false];
  for (let rank = 3; rank >= 0; rank -= 1) {
    const digit = Math.floor(value / 10 ** rank) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? signs.digits[0] : ''}${signs.digits[digit]}${signs.ranks[rank]}`;
    gap = false;
  }
  return text;
}
