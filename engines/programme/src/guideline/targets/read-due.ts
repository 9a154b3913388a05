import { type Day, isDay } from '@zhiheng/vocabulary';

const whole = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/u;
const monthEnd = /(?:(\d{4})年)?(\d{1,2})月(?:底|末|底前|份)/u;
const yearEnd = /(\d{4})年(?:年?[底末]|(?=[,，内前\s]|$))|到(\d{4})年(?!\d{1,2}月)/u;
const thisYear = /年内|年底|全年/u;

/** The last day of a term that a text names: a day, the end of a month, of a year. `year` is that of a day without one. */
export function readDue(text: string, year: number | null): Day | null {
  const day = whole.exec(text);
  if (day !== null) return dayOf(day[1] ?? year, day[2], day[3]);
  const month = monthEnd.exec(text);
  if (month !== null) return lastDay(month[1] ?? year, month[2]);
  const end = yearEnd.exec(text);
  if (end !== null) return dayOf(end[1] ?? end[2] ?? null, '12', '31');
  return thisYear.test(text) ? dayOf(year, '12', '31') : null;
}

function dayOf(year: string | number | null, month: string | undefined, day: string | undefined): Day | null {
  if (year === null) return null;
  const made = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(made) ? made : null;
}

function lastDay(year: string | number | null, month: string | undefined): Day | null {
  if (year === null) return null;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return dayOf(year, month, String(days));
}
