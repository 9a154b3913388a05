import { readChineseNumber, readUnitedStatesNumber } from '@zhiheng/vocabulary';
import { type DateReading, readDates } from './date-reading.js';

/** What the values of one column look like. */
export interface ColumnSigns {
  /** Values that are not blank, in order. */
  readonly values: readonly string[];
  readonly examples: readonly string[];
  /** Share of rows whose value is not blank. */
  readonly filled: number;
  /** Null when they are no days. */
  readonly dates: DateReading | null;
  /** Share of values that are numbers of the office. */
  readonly chineseNumbers: number;
  readonly unitedStatesNumbers: number;
  /** Share of values that begin with a symbol of the IPC or Locarno classification. */
  readonly classes: number;
  /** Share of values that are a word for a kind of patent. */
  readonly kinds: number;
  readonly wholeNumbers: number;
}

const shownExamples = 3;
const longestExample = 40;
const classSymbol = /^(?:[A-HY]\d{2}[A-Z](?![A-Za-z])|\d{2}-\d{2}(?![\d-])|LOC\s*\()/i;
export const kindWord =
  /^(?:发明|發明|实用新型|實用新型|外观设计|外觀設計|外观|pct发明|pct实用新型|invention|utility[_ ]model|utility|design|plant)(?:专利|專利|申请|申請|公布|授权|patent)*$/i;

export function columnSigns(given: readonly (string | undefined)[]): ColumnSigns {
  const values = given.map((value) => value?.trim() ?? '').filter((value) => value !== '');
  const share = (holds: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(holds).length / values.length;
  const examples = [...new Set(values)]
    .slice(0, shownExamples)
    .map((value) => (value.length > longestExample ? `${value.slice(0, longestExample)}…` : value));
  return {
    values,
    examples,
    filled: given.length === 0 ? 0 : values.length / given.length,
    dates: readDates(values),
    chineseNumbers: share((value) => !('fault' in readChineseNumber(value))),
    unitedStatesNumbers: share((value) => !('fault' in readUnitedStatesNumber(value))),
    classes: share((value) => classSymbol.test(value)),
    kinds: share((value) => kindWord.test(value)),
    wholeNumbers: share((value) => /^\d{1,4}$/.test(value)),
  };
}
