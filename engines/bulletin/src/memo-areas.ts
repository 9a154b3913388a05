import type { LocalizedText } from '@zhiheng/vocabulary';

/** An area that is told beside the others: a city of sub-provincial rank, or the Corps. */
export interface MemoArea {
  readonly id: string;
  readonly names: LocalizedText;
  /** What it is made of, by code; all of them lie in one province. */
  readonly areas: readonly string[];
}

/** Reads `reference/memo-areas.csv`: `id,zh-Hans,zh-Hant,en,kind,areas,words`. */
export function readMemoAreas(csv: string): MemoArea[] {
  return csv
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [id = '', hans = '', hant = '', en = '', , areas = ''] = line.trim().split(',');
      if (id === '') return [];
      return [{ id, names: { 'zh-Hans': hans, 'zh-Hant': hant, en }, areas: areas.split(' ') }];
    });
}

/** The memo areas of a province, in the order of the sheet. */
export function memoAreasOf(province: string, all: readonly MemoArea[]): MemoArea[] {
  return all.filter(({ areas }) => areas.every((code) => code.slice(0, 2) === province.slice(0, 2)));
}
