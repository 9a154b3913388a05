import { chineseDigits, chineseNumber, formalChineseNumber } from './chinese-number.js';

type Writer = (value: number) => string;

const decimal: Writer = (value) => String(value);
const chinese: Writer = (value) => (value < 100 ? chineseNumber(value) : chineseDigits(value, '○'));

/** Formats of automatic numbers by their names in DOCX (ECMA-376, `ST_NumberFormat`). */
const writers: Readonly<Record<string, Writer>> = {
  decimal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: chinese,
  chineseCountingThousand: chineseNumber,
  chineseLegalSimplified: formalChineseNumber,
  japaneseCounting: chineseNumber,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chineseNumber,
  ideographDigital: (value) => chineseDigits(value, '〇'),
  japaneseDigitalTenThousand: (value) => chineseDigits(value, '〇'),
  taiwaneseDigital: (value) => chineseDigits(value, '○'),
  ideographTraditional: (value) => cyclic(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cyclic(value, '子丑寅卯辰巳午未申酉戌亥'),
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
};

/** A number as an automatic list writes it; one of an unknown format is written in digits. */
export function numberText(value: number, format: string): string {
  return (writers[format] ?? decimal)(value);
}

function fullWidth(value: number): string {
  return String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

function enclosed(value: number, first: number, last: number): string {
  return value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);
}

/** A, B … Z, AA, BB …: a letter is repeated, as word processors do. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function cyclic(value: number, signs: string): string {
  return value >= 1 && value <= signs.length ? (signs[value - 1] ?? '') : String(value);
}

const romanSigns: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
  ] as const),
  ...([
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let [rest, text] = [value, ''];
  for (const [worth, sign] of romanSigns) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
