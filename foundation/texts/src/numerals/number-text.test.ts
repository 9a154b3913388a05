import { describe, expect, it } from 'vitest';
import { numberText } from './number-text.js';

describe('numberText', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 1, '①'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['ideographEnclosedCircle', 10, '㊉'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 48, 'xlviii'],
    ['upperLetter', 26, 'Z'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 3, 'c'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 35, '三十五'],
    ['chineseCounting', 102, '一○二'],
    ['chineseCountingThousand', 102, '一百零二'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseCountingThousand', 10003, '一万零三'],
    ['chineseCountingThousand', 120000, '十二万'],
    ['chineseCountingThousand', 34567, '三万四千五百六十七'],
    ['chineseLegalSimplified', 11, '壹拾壹'],
    ['chineseLegalSimplified', 208, '贰佰零捌'],
    ['ideographDigital', 20, '二〇'],
    ['ideographTraditional', 10, '癸'],
    ['ideographZodiac', 12, '亥'],
    ['ideographTraditional', 11, '11'],
    ['none', 5, ''],
    ['upperRoman', 1e12, '1000000000000'],
    ['lowerLetter', 1e12, '1000000000000'],
    ['anything else', 5, '5'],
  ])('%s of %i is %s', (format, value, text) => {
    expect(numberText(value, format)).toBe(text);
  });
});
