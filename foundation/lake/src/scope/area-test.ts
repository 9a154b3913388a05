import { OwnFault } from '@zhiheng/vocabulary';

const outsideMainland = ['71', '81', '82'];
const codePattern = /^(?:\d{6}|[A-Z]{2}(?:-[A-Z0-9]{1,3})?|ALL)$/;

/**
 * SQL that is true where the area of `column` is `code` or lies in it: a province holds its cities and counties, a country
 * its parts. Never true where the column is NULL.
 */
export function areaTest(code: string, column: string): string {
  if (!codePattern.test(code)) throw new OwnFault(`no code of an area: ${code}`);
  const starts = (text: string) => `starts_with(${column}, '${text}')`;
  const here = `${column} = '${code}'`;
  if (code === 'ALL') return `${column} IS NOT NULL`;
  const listed = `regexp_full_match(${column}, '[0-9]{6}')`;
  if (code === 'CN-ML') {
    return `(${here} OR (${listed} AND left(${column}, 2) NOT IN ('${outsideMainland.join("', '")}')))`;
  }
  if (code === 'CN') return `(${here} OR ${starts('CN-')} OR ${listed})`;
  if (/^\d{2}0000$/.test(code)) return starts(code.slice(0, 2));
  if (/^\d{4}00$/.test(code)) return starts(code.slice(0, 4));
  return /^[A-Z]{2}$/.test(code) ? `(${here} OR ${starts(`${code}-`)})` : here;
}
