import { useQuery } from '@tanstack/react-query';
import type { SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { organisationsQuery } from '../../api/people-queries.js';
import { may } from '../../api/session.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { AdministrationView } from '../administration-state.js';
import { AddOrganisation } from './AddOrganisation.js';
import { OrganisationBlock } from './OrganisationBlock.js';
import { OrganisationTree } from './OrganisationTree.js';

export interface PanelProps {
  readonly view: AdministrationView;
  readonly session: SessionAnswer;
}

/** The tree of organisations, and the accounts of the chosen one. */
export function OrganisationsPanel({ view, session }: PanelProps) {
  const { word } = useWords();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(organisationsQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={10} />;
  const top = data.find(({ parent }) => parent === null)?.id ?? null;
  const id = view.state.organisation ?? session.organisation?.id ?? top;
  const chosen = data.find((one) => one.id === id);
  return (
    <div className="two-sides">
      <section className="side" aria-label={word('organisations.tree')}>
        <input
          type="search"
          aria-label={word('organisations.search')}
          placeholder={word('organisations.search')}
          value={view.state.words ?? ''}
          onChange={(event) => view.set({ words: event.target.value })}
        />
        <OrganisationTree
          organisations={data}
          chosen={id}
          words={view.state.words ?? ''}
          choose={(organisation) => view.set({ organisation })}
        />
        {!may(session, 'organisations:add') || adding ? null : (
          <button type="button" onClick={() => setAdding(true)}>
            {word('organisations.add')}
          </button>
        )}
        {adding ? (
          <AddOrganisation parent={chosen?.id ?? top} organisations={data} close={() => setAdding(false)} />
        ) : null}
      </section>
      {chosen === undefined ? (
        <EmptyState heading={word('organisations.not-here')}>
          <p>{word('organisations.choose')}</p>
        </EmptyState>
      ) : (
        <OrganisationBlock key={chosen.id} organisation={chosen} organisations={data} session={session} />
      )}
    </div>
  );
}
