import { dayNumber, dayOf, daysInMonth, type Period, parsePeriod } from '@zhiheng/vocabulary';
import type { Attribution, MonthConvention } from '../src/definition.js';
import { areas } from './areas.js';
import { datedTransfers, filedAreas, type TestPatent } from './patents.js';

/** The slow plain way to the figures: one record at a time, straight from the words of the definitions. */
export interface PlainQuestion {
  readonly office: string;
  readonly dataset: 'real' | 'synthetic';
  readonly area: string;
  readonly period: Period;
  readonly kind: string | null;
  /** Left out: the first holder as filed. */
  readonly attribution?: Attribution;
}

const counted = ['invention', 'utility_model', 'design'];

const lineages = new Map<string, ReadonlySet<string>>();

/** Whether a place lies in an area; the lineage of each place is asked once. */
function liesIn(place: string, area: string): boolean {
  const lineage = lineages.get(place) ?? new Set(areas.lineage(place));
  lineages.set(place, lineage);
  return lineage.has(area);
}

/** Areas that a record counts in: those of its holders on a day, or as filed where that is asked or there is no day. */
export function placesOf(patent: TestPatent, { holder, at }: Attribution, day: string | null): string[] {
  let areas: readonly string[] = filedAreas(patent);
  for (const transfer of datedTransfers(patent)) {
    if (at !== 'filing' && day !== null && transfer.on <= day) areas = transfer.areas;
  }
  const [first = 'XX'] = areas;
  return holder === 'first' || areas.length === 0 ? [first] : [...areas];
}

/** Is the record of the office, dataset, area and kind, whether it counts or not? `day`: that whose owners may matter. */
export function lies(patent: TestPatent, question: PlainQuestion, day: string | null = null): boolean {
  const { office = 'CN', dataset = 'real', kind = 'invention' } = patent;
  const { attribution = { holder: 'first', at: 'filing' } } = question;
  return (
    office === question.office &&
    dataset === question.dataset &&
    (question.kind === null || question.kind === kind) &&
    placesOf(patent, attribution, day).some((place) => liesIn(place, question.area))
  );
}

/** How much of a record counts where it lies: all of it, or so many of its holders of all. */
export function shareOf(patent: TestPatent, { attribution, area }: PlainQuestion, day: string | null): number {
  if (attribution?.holder !== 'fractional') return 1;
  const places = placesOf(patent, attribution, day);
  return places.filter((place) => liesIn(place, area)).length / places.length;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

function belongs(patent: TestPatent, question: PlainQuestion, day: string | null = null): boolean {
  return lies(patent, question, day) && counted.includes(patent.kind ?? 'invention');
}

export function plainFlow(patents: readonly TestPatent[], date: 'filed_on' | 'granted_on', question: PlainQuestion) {
  const { from, to } = parsePeriod(question.period);
  const counted = patents.filter((patent) => {
    const day = patent[date] ?? null;
    return belongs(patent, question, day) && day !== null && day >= from && day <= to;
  });
  return sumOf(counted.map((patent) => shareOf(patent, question, patent[date] ?? null)));
}

export function plainStock(patents: readonly TestPatent[], question: PlainQuestion): number {
  const { to } = parsePeriod(question.period);
  const counted = patents.filter((patent) => {
    const [granted, ceased] = [patent.granted_on ?? null, patent.ceased_on ?? null];
    return belongs(patent, question, to) && granted !== null && granted <= to && !(ceased !== null && ceased <= to);
  });
  return sumOf(counted.map((patent) => shareOf(patent, question, to)));
}

/** Durations in months, ascending, of the records of kind invention whose end lies in the period. */
export function plainDurations(
  patents: readonly TestPatent[],
  convention: MonthConvention,
  question: PlainQuestion,
): number[] {
  const { from, to } = parsePeriod(question.period);
  return patents
    .flatMap((patent) => {
      const [start, end] = [patent.examination_requested_on ?? null, patent.closed_on ?? null];
      if (!belongs(patent, question) || (patent.kind ?? 'invention') !== 'invention') return [];
      if (start === null || end === null || end < from || end > to || end < start) return [];
      return [monthsBetween(start, end, convention)];
    })
    .sort((a, b) => a - b);
}

/** Months from one day to a later one, found by walking. */
export function monthsBetween(start: string, end: string, convention: MonthConvention): number {
  if (convention === 'days') return (dayNumber(end) - dayNumber(start)) / 30.4375;
  let months = 0;
  if (convention === 'boundaries') {
    while (monthsLater(start, months).slice(0, 7) < end.slice(0, 7)) months++;
    return months;
  }
  while (monthsLater(start, months + 1) <= end) months++;
  return months;
}

/** The same day of the month so many months later, or the last day of a month that is too short. */
function monthsLater(start: string, months: number): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const [laterYear, laterMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  return dayOf(laterYear, laterMonth, Math.min(day, daysInMonth(laterYear, laterMonth)));
}

/** Hyndman and Fan's seventh definition: linear between the order statistics around 1 + (n - 1) p. */
export function plainQuantile(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (place - Math.floor(place)) * (high - low);
}

/** Kaplan-Meier median by floating product over every case; null where it is not reached. */
export function plainSurvivalMedian(
  patents: readonly TestPatent[],
  convention: MonthConvention,
  question: PlainQuestion,
): number | null {
  const year = parsePeriod(question.period).year;
  const [from, to] = [`${year - 2}-01-01`, `${year}-12-31`];
  const cases = patents.flatMap((patent) => {
    const [start, end] = [patent.examination_requested_on ?? null, patent.closed_on ?? null];
    if (!belongs(patent, question) || (patent.kind ?? 'invention') !== 'invention') return [];
    if (start === null || start < from || start > to || (end !== null && end < start)) return [];
    const ended = end !== null && end <= to;
    return [{ months: monthsBetween(start, ended ? end : to, convention), ended }];
  });
  let open = 1;
  for (const months of [...new Set(cases.filter((each) => each.ended).map((each) => each.months))].sort(
    (a, b) => a - b,
  )) {
    const atRisk = cases.filter((each) => each.months >= months).length;
    const ends = cases.filter((each) => each.ended && each.months === months).length;
    open *= 1 - ends / atRisk;
    if (open <= 0.5 + 1e-12) return months;
  }
  return null;
}
