import { useQuery } from '@tanstack/react-query';
import { organisationsQuery } from '../api/people-queries.js';
import { useWords } from '../words/words.js';

/** Names of organisations in the page's language; one that is not known, or not read yet, by its id. */
export function useOrganisationNames(): (id: string) => string {
  const { own } = useWords();
  const { data } = useQuery(organisationsQuery());
  const names = new Map((data ?? []).map((one) => [one.id, one.names] as const));
  return (id) => {
    const found = names.get(id);
    return found === undefined ? id : own(found);
  };
}
