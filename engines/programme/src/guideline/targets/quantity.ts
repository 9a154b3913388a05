import { numberPattern, readNumber } from './read-number.js';

/** A number with its unit, as a text has it: 93 and `percent` for 93 %. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

const units: Readonly<Record<string, string>> = {
  '%': 'percent',
  成: 'percent',
  个百分点: 'percentage-points',
  倍: 'times',
  个月: 'months',
  个工作日: 'working-days',
  工作日: 'working-days',
  天: 'days',
  日: 'days',
  年: 'years',
  万件: '10k-pieces',
  件: 'pieces',
  亿元: '100m-cny',
  万元: '10k-cny',
  元: 'cny',
  万家: '10k-firms',
  家: 'firms',
  户: 'firms',
  万次: '10k-times',
  次: 'occasions',
  项: 'pieces',
  个: 'pieces',
  份: 'pieces',
  起: 'cases',
  万人: '10k-people',
  人: 'people',
  分: 'points',
};

const unitPattern = Object.keys(units)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** Source of a pattern for a quantity; `readQuantity` reads what it finds. */
export const quantityPattern = `(?:百分之${numberPattern}|${numberPattern}\\s?(?:${unitPattern}))`;

const perHundred = new RegExp(`^百分之(${numberPattern})$`, 'u');
const withUnit = new RegExp(`^(${numberPattern})\\s?(${unitPattern})$`, 'u');

/** Reads a quantity that `quantityPattern` found; tenths (成) become percent. */
export function readQuantity(text: string): Quantity {
  const hundredths = perHundred.exec(text)?.[1];
  if (hundredths !== undefined) return { value: readNumber(hundredths), unit: 'percent' };
  const [, number = '0', unit = ''] = withUnit.exec(text) ?? [];
  const value = readNumber(number);
  return { value: unit === '成' ? value * 10 : value, unit: units[unit] ?? unit };
}
