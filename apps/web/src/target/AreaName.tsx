import { useQuery } from '@tanstack/react-query';
import { areasOfQuery } from '../api/queries.js';
import { useWords } from '../words/words.js';

/** The name of a region; its code until it is known. */
export function AreaName({ code }: { readonly code: string }) {
  const { own } = useWords();
  const areas = useQuery(areasOfQuery(code));
  const names = areas.data?.find((area) => area.code === code)?.names;
  return names === undefined ? code : own(names);
}
