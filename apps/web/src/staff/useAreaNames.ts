import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AreaAnswer } from '@zhiheng/office';
import { areasOfQuery, areasQuery } from '../api/queries.js';
import { useWords } from '../words/words.js';

export interface AreaNames {
  /** Provincial units, which can be chosen by name. */
  readonly provinces: readonly AreaAnswer[];
  readonly nameOf: (code: string) => string;
  /** Areas of a role as text. */
  readonly textOf: (areas: 'everywhere' | readonly string[]) => string;
}

/** Names of areas in the language of the page; of `codes` also those below the provinces. A code where there is no name. */
export function useAreaNames(codes: readonly string[] = []): AreaNames {
  const { word, own } = useWords();
  const { data = [] } = useQuery(areasQuery());
  const lower = [...new Set(codes)].filter((code) => /^\d{6}$/.test(code) && !code.endsWith('0000')).sort();
  const { data: found = [] } = useQuery({
    ...areasOfQuery(lower.join()),
    enabled: lower.length > 0,
    placeholderData: keepPreviousData,
  });
  const names = new Map([...data, ...found].map((area) => [area.code, placeName(own, area)]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    provinces: data.filter(({ level }) => level === 'province'),
    nameOf,
    textOf: (areas) => (areas === 'everywhere' ? word('areas.everywhere') : areas.map(nameOf).join(word('list.comma'))),
  };
}

/** 广东 深圳市 南山区: the areas that hold it before its own name. */
export function placeName(own: (text: AreaAnswer['names']) => string, { names, within }: AreaAnswer): string {
  return [...within, names].map(own).join(' ');
}
