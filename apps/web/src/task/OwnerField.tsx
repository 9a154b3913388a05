import { useQuery } from '@tanstack/react-query';
import { organisationsQuery } from '../api/people-queries.js';
import { Select } from '../staff/Field.js';
import { useWords } from '../words/words.js';

export interface OwnerFieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (id: string) => void;
  /** The owner that it has, which is not offered. */
  readonly without?: string;
}

/** One of the organisations that are open. */
export function OwnerField({ label, value, set, without }: OwnerFieldProps) {
  const { word, own } = useWords();
  const { data = [] } = useQuery(organisationsQuery());
  const open = data.filter(({ id, closedOn }) => closedOn === null && id !== without);
  return (
    <Select
      label={label}
      value={value}
      set={set}
      options={[['', word('decisions.choose')], ...open.map(({ id, names }) => [id, own(names)] as const)]}
    />
  );
}
