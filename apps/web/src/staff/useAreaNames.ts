import { useQuery } from '@tanstack/react-query';
import type { AreaAnswer } from '@zhiheng/office';
import { areasQuery } from '../api/queries.js';
import { useWords } from '../words/words.js';

export interface AreaNames {
  /** Provincial units, which can be chosen by name. */
  readonly provinces: readonly AreaAnswer[];
  readonly nameOf: (code: string) => string;
  /** Areas of a role as text. */
  readonly textOf: (areas: 'everywhere' | readonly string[]) => string;
}

/** Names of areas in the language of the page; a code where there is none. */
export function useAreaNames(): AreaNames {
  const { word, own } = useWords();
  const { data = [] } = useQuery(areasQuery());
  const names = new Map(data.map(({ code, names }) => [code, own(names)]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    provinces: data.filter(({ level }) => level === 'province'),
    nameOf,
    textOf: (areas) => (areas === 'everywhere' ? word('areas.everywhere') : areas.map(nameOf).join(word('list.comma'))),
  };
}
