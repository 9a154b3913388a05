import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { officeQuery, programmeQuery } from '../api/queries.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useClauseTallies } from '../tasks/useClauseTallies.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { narrowSections } from './narrow-sections.js';
import { ProgrammeChoices } from './ProgrammeChoices.js';
import { ProgrammeHead } from './ProgrammeHead.js';
import type { ProgrammeState } from './programme-state.js';
import { SectionBlock } from './SectionBlock.js';
import './programme.css';

const route = getRouteApi('/$language/programme');

/** A year's programme as a tree: sections, items, and the clauses that somebody answers for. */
export function ProgrammePage() {
  const { word, own } = useWords();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const office = useQuery(officeQuery());
  const id = state.programme ?? office.data?.programmes[0]?.id;
  const answer = useQuery({ ...programmeQuery(id ?? ''), enabled: id !== undefined });
  const tallies = useClauseTallies(id);
  const { data } = answer;
  usePageHead(data === undefined ? word('nav.programme') : own(data.names), word('programme.description'));
  const error = office.error ?? answer.error;
  if (error) {
    return <ErrorState error={error} retry={() => void (office.error ? office.refetch() : answer.refetch())} />;
  }
  if (office.data !== undefined && id === undefined) {
    return (
      <EmptyState heading={word('overview.empty.heading')}>
        <p>{word('overview.empty.advice')}</p>
      </EmptyState>
    );
  }
  if (data === undefined || office.data === undefined) {
    return (
      <article className="page">
        <header className="page-head">
          <h1>&nbsp;</h1>
        </header>
        <Skeleton rows={14} />
      </article>
    );
  }
  const set = (change: ProgrammeState) =>
    void navigate({ search: (before) => withoutGaps({ ...before, ...change }), resetScroll: false });
  const sections = narrowSections(data.sections, state.owner);
  return (
    <article className="page programme-page">
      <ProgrammeHead answer={data} />
      {data.sections.length === 0 ? (
        <EmptyState heading={word('programme.empty.heading')}>
          <p>{word('programme.empty.advice')}</p>
        </EmptyState>
      ) : (
        <>
          <ProgrammeChoices answer={data} programmes={office.data.programmes} state={state} set={set} />
          {sections.length === 0 ? <p className="empty-line">{word('programme.none-of-owner')}</p> : null}
          {sections.map((section) => (
            <SectionBlock key={section.id} answer={data} section={section} tallies={tallies} state={state} set={set} />
          ))}
        </>
      )}
    </article>
  );
}
