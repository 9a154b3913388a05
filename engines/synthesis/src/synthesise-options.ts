import { type Day, dayNumber, isDay, type OnProgress, UserFault } from '@zhiheng/vocabulary';
import { type OfficePlan, type TextAmount, textAmounts } from './application.js';
import { firstYear, lastYear } from './office-volumes.js';
import type { OutputFiles } from './output-files.js';

export interface SynthesiseOptions {
  /** Applications filed in the window, 1 to 10,000,000; the opening stock comes on top. */
  readonly patents: number;
  /** Trade marks filed in the window, 0 to 10,000,000; those of the opening day come on top. Left out: none. */
  readonly marks?: number;
  /** `full`: titles in two languages, abstracts, first claims; `titles`: the titles; `none`: short titles. Left out: `full`. */
  readonly texts?: TextAmount;
  /** Faults planted of each sort, 0 to 1,000. Left out: none. */
  readonly dirt?: number;
  /** Share of the applications and of the marks in abnormal groups, 0 to 0.2. Left out: 0.04. */
  readonly abnormal?: number;
  /** A whole number from 0 to 2^53 - 1; the same seed gives the same bytes. */
  readonly seed: number;
  /** First day of the window, the opening day; left out: 2018-01-01, the earliest. */
  readonly from?: Day;
  /** Last day of the window; left out: 2023-12-31, the latest. Nothing after it is known. */
  readonly to?: Day;
  /** Folder to write to. */
  readonly out: string;
  readonly files: OutputFiles;
  /** Text of `definitions/reference/areas.csv`. */
  readonly areasCsv: string;
  /** Text of `definitions/reference/area-names.csv`, for old names of places; left out: none are used. */
  readonly areaNamesCsv?: string;
  readonly onProgress?: OnProgress;
}

const most = 10_000_000;

/** Checks what was asked for. Throws `usage` with the option at fault. */
export function planOf(options: SynthesiseOptions): OfficePlan {
  const {
    patents,
    seed,
    marks = 0,
    texts = 'full',
    dirt = 0,
    abnormal = 0.04,
    from = `${firstYear}-01-01`,
    to = `${lastYear}-12-31`,
  } = options;
  if (!Number.isInteger(patents) || patents < 1 || patents > most) {
    throw usage('patents', patents, `a whole number from 1 to ${most}`);
  }
  if (!Number.isSafeInteger(seed) || seed < 0) throw usage('seed', seed, 'a whole number from 0 to 2^53 - 1');
  if (!Number.isInteger(marks) || marks < 0 || marks > most) {
    throw usage('marks', marks, `a whole number from 0 to ${most}`);
  }
  if (!textAmounts.includes(texts)) throw usage('texts', texts, textAmounts.join(', '));
  if (!Number.isInteger(dirt) || dirt < 0 || dirt > 1000) throw usage('dirt', dirt, 'a whole number from 0 to 1,000');
  if (!(abnormal >= 0 && abnormal <= 0.2)) throw usage('abnormal', abnormal, 'a share from 0 to 0.2');
  const window = `a day from ${firstYear}-01-01 to ${lastYear}-12-31`;
  if (!inside(from)) throw usage('from', from, window);
  if (!inside(to) || to < from) throw usage('to', to, `${window}, not before ${from}`);
  return { patents, seed, from: dayNumber(from), to: dayNumber(to), marks, texts, dirt, abnormal };
}

function inside(day: Day): boolean {
  return isDay(day) && day >= `${firstYear}-01-01` && day <= `${lastYear}-12-31`;
}

function usage(field: string, found: number | string, expected: string): UserFault {
  return new UserFault('usage', {
    place: { field },
    found: String(found),
    expected,
    values: { what: `${field} cannot be ${found}: give ${expected}` },
  });
}
