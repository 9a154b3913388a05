import type { PeriodLength } from '@zhiheng/vocabulary';
import { lengthOf, periodName, periodsOf } from '../numbers/period-name.js';
import { useWords } from '../words/words.js';
import { Select } from './choices.js';
import type { FigureView } from './figure-view.js';

const lengthWords: Readonly<Record<PeriodLength, string>> = {
  year: 'length.year',
  half: 'length.half',
  quarter: 'length.quarter',
  month: 'length.month',
  'year-to-date': 'length.year-to-date',
};

/** The length of the period, then the period; a change of length stays inside the year. */
export function PeriodChoice({ view: { choice, set } }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const length = lengthOf(choice.period) ?? 'year';
  const year = choice.period.slice(0, 4);
  const [first, last] = [choice.years[0] ?? Number(year), choice.years.at(-1) ?? Number(year)];
  const [from, to] = [Math.min(first, Number(year)), Math.max(last, Number(year))];
  const periods = length === 'year-to-date' ? monthsToDate(from, to) : periodsOf(length, from, to, choice.period);
  const lengths = Object.keys(lengthWords) as PeriodLength[];
  return (
    <>
      <Select
        label={word('choice.length')}
        value={length}
        choose={(wanted) => {
          const found = lengths.find((known) => known === wanted) ?? 'year';
          set({ period: lastOf(found, year) });
        }}
      >
        {lengths.map((name) => (
          <option key={name} value={name}>
            {word(lengthWords[name])}
          </option>
        ))}
      </Select>
      <Select label={word('choice.period')} value={choice.period} choose={(period) => set({ period })}>
        {periods.toReversed().map((period) => (
          <option key={period} value={period}>
            {periodName(words, period)}
          </option>
        ))}
      </Select>
    </>
  );
}

function monthsToDate(from: number, to: number): string[] {
  return periodsOf('month', from, to, '').map((month) => `${month}-YTD`);
}

/** The last period of a length in a year. */
function lastOf(length: PeriodLength, year: string): string {
  if (length === 'year') return year;
  if (length === 'half') return `${year}-H2`;
  if (length === 'quarter') return `${year}-Q4`;
  return length === 'month' ? `${year}-12` : `${year}-12-YTD`;
}
