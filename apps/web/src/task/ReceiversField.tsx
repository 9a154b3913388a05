import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { organisationsQuery } from '../api/people-queries.js';
import { useWords } from '../words/words.js';

/** Who gets a task: the owners that a clause names, every provincial organisation, or those that are chosen. */
export interface Receivers {
  readonly kind: 'owners' | 'provinces' | 'chosen';
  readonly chosen: readonly string[];
}

export interface ReceiversFieldProps {
  readonly value: Receivers;
  readonly set: (value: Receivers) => void;
  /** Names that the clause gives; empty where there is none. */
  readonly owners: readonly string[];
}

/** Chooses who gets a task; organisations are looked for by their names in any language. */
export function ReceiversField({ value, set, owners }: ReceiversFieldProps) {
  const { word, own } = useWords();
  const { data = [] } = useQuery(organisationsQuery());
  const [sought, setSought] = useState('');
  const open = data.filter(({ closedOn }) => closedOn === null);
  const shown = open.filter(
    ({ id, names }) =>
      sought === '' || `${id} ${Object.values(names).join(' ')}`.toLowerCase().includes(sought.toLowerCase()),
  );
  const kinds = [
    ...(owners.length > 0
      ? [['owners', word('assign.to.owners', { owners: owners.join(word('list.comma')) })] as const]
      : []),
    ['provinces', word('assign.to.provinces')] as const,
    ['chosen', word('assign.to.chosen', { n: value.chosen.length })] as const,
  ];
  const toggle = (id: string, on: boolean) =>
    set({ ...value, chosen: on ? [...value.chosen, id] : value.chosen.filter((one) => one !== id) });
  return (
    <fieldset className="receivers">
      <legend>{word('assign.to')}</legend>
      {kinds.map(([kind, label]) => (
        <label key={kind} className="tick receiver-kind">
          <input type="radio" name="receivers" checked={value.kind === kind} onChange={() => set({ ...value, kind })} />{' '}
          {label}
        </label>
      ))}
      {value.kind === 'chosen' ? (
        <>
          {value.chosen.length === 0 ? null : (
            <p className="unit" role="status">
              {open
                .filter(({ id }) => value.chosen.includes(id))
                .map(({ names }) => own(names))
                .join(word('list.comma'))}
            </p>
          )}
          <label className="choice">
            <span>{word('assign.to.seek')}</span>
            <input type="text" value={sought} onChange={(event) => setSought(event.target.value)} />
          </label>
          {shown.length === 0 ? <p className="empty-line">{word('assign.to.none-found')}</p> : null}
          <fieldset className="ticks assign-owners" aria-label={word('assign.to.chosen', { n: value.chosen.length })}>
            {shown.map(({ id, names }) => (
              <label key={id} className="tick">
                <input
                  type="checkbox"
                  checked={value.chosen.includes(id)}
                  onChange={(event) => toggle(id, event.target.checked)}
                />{' '}
                {own(names)}
              </label>
            ))}
          </fieldset>
        </>
      ) : null}
    </fieldset>
  );
}
