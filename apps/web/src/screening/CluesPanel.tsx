import { useQuery } from '@tanstack/react-query';
import type { ScreenClue, ScreenOverview } from '@zhiheng/office';
import { useState } from 'react';
import { cluesFile, cluesQuery, rowsOfPage } from '../api/screening-queries.js';
import { may, useSession } from '../api/session.js';
import { Field, Select } from '../staff/Field.js';
import { PageTurns } from '../staff/PageTurns.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { ClueTable } from './ClueTable.js';
import { type ScreeningState, turnedPages } from './screening-state.js';

export interface ScreenedListProps {
  readonly overview: ScreenOverview;
  readonly state: ScreeningState;
  readonly set: (change: ScreeningState) => void;
}

/** Clues of the run, narrowed by ground, rule and application, page by page. */
export function CluesPanel({ overview, state, set }: ScreenedListProps) {
  const { word } = useWords();
  const session = useSession();
  const { run, ground, family, application, order } = state;
  const turned = turnedPages(state.after);
  const asked = { run, ground, family, application, order };
  const { data, error, refetch, isPlaceholderData } = useQuery(cluesQuery({ ...asked, after: turned.at(-1) }));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const rows = data?.slice(0, rowsOfPage) ?? [];
  const last = data !== undefined && data.length > rowsOfPage ? rows.at(-1) : undefined;
  const next = last === undefined ? null : placeOf(last, order);
  return (
    <>
      <ClueChoices key={application ?? ''} overview={overview} state={state} set={set} />
      {data === undefined ? (
        <Skeleton rows={12} />
      ) : rows.length === 0 ? (
        <EmptyState heading={word('screening.clues.none')}>
          <p>{word('screening.clues.none.advice')}</p>
        </EmptyState>
      ) : (
        <>
          <ClueTable
            {...{ overview, run, clues: rows, busy: isPlaceholderData }}
            order={order ?? 'strength'}
            caption={word('screening.clues.heading')}
          />
          <PageTurns view={{ set: ({ page }) => set({ after: page }) }} turned={turned} next={next} />
          {may(session, 'screening:export') ? (
            <p>
              <a className="quiet" href={cluesFile(asked)} download>
                {word('screening.csv.clues')}
              </a>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

/** Where the page behind a clue begins. */
function placeOf({ strength, application, ground, family }: ScreenClue, order: ScreeningState['order']): string {
  return `${order === 'application' ? '' : `${strength} `}${application} ${ground} ${family}`;
}

function ClueChoices({ overview: { run, rules, grounds }, state, set }: ScreenedListProps) {
  const { word, own } = useWords();
  const [application, setApplication] = useState(state.application ?? '');
  const named = (id: string) => grounds.find((one) => one.id === id);
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
        set({ application: application.trim() === '' ? undefined : application.trim() });
      }}
    >
      <Select
        label={word('screening.ground')}
        value={state.ground ?? ''}
        set={(id) => set({ ground: id === '' ? undefined : id })}
        options={[
          ['', word('screening.all')],
          ...(run?.grounds ?? []).map(({ ground, shown }) => {
            const names = named(ground)?.names;
            return [ground, `${ground} ${names === undefined ? '' : own(names)} (${shown})`] as const;
          }),
        ]}
      />
      <Select
        label={word('screening.family')}
        value={state.family ?? ''}
        set={(id) => set({ family: id === '' ? undefined : id })}
        options={[
          ['', word('screening.all')],
          ...(run?.families ?? []).map(({ family, shown }) => {
            const names = rules.find(({ id }) => id === family)?.names;
            return [family, `${names === undefined ? family : own(names)} (${shown})`] as const;
          }),
        ]}
      />
      <Select
        label={word('screening.order')}
        value={state.order ?? ''}
        set={(order) => set({ order: order === 'application' ? order : undefined })}
        options={[
          ['', word('screening.order.strength')],
          ['application', word('screening.order.application')],
        ]}
      />
      <Field label={word('screening.application')} value={application} set={setApplication} />
      <button type="submit">{word('screening.narrow')}</button>
    </form>
  );
}
