import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { OverviewAnswer } from '@zhiheng/office';
import { lazy, Suspense } from 'react';
import { officeQuery, overviewQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { OwnText } from '../words/OwnText.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { departmentName } from './department-name.js';
import { ProgrammeChoice } from './ProgrammeChoice.js';
import { TargetTable } from './TargetTable.js';
import { VerdictTally } from './VerdictTally.js';

const route = getRouteApi('/$language/');
/** With words of the staff, which readers do not fetch. */
const BehindLink = lazy(() => import('../tasks/BehindLink.js'));

/** The targets of a year with their verdicts. */
export function OverviewPage() {
  const { word, language } = useWords();
  const session = useSession();
  const { programme: wanted } = route.useSearch();
  const office = useQuery(officeQuery());
  const id = wanted ?? office.data?.programmes[0]?.id;
  const overview = useQuery({ ...overviewQuery(id ?? ''), enabled: id !== undefined });
  const answer = overview.data;
  const year = answer === undefined ? '' : String(answer.programme.year);
  const title = answer === undefined ? word('nav.overview') : word('overview.title', { year });
  usePageHead(title, word('overview.description'));
  if (office.error ?? overview.error) {
    const retry = () => void (office.error ? office.refetch() : overview.refetch());
    return <ErrorState error={office.error ?? overview.error} retry={retry} />;
  }
  if (office.data !== undefined && id === undefined) {
    return (
      <EmptyState heading={word('overview.empty.heading')}>
        <p>{word('overview.empty.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <article className="page overview">
      <header className="page-head">
        <h1>{title}</h1>
        {office.data !== undefined && office.data.programmes.length > 1 ? (
          <ProgrammeChoice programmes={office.data.programmes} current={id ?? ''} />
        ) : null}
        {may(session, 'guidelines:import', 'guidelines:review') ? (
          <p className="unit">
            <Link to="/$language/guidelines" params={{ language }}>
              {word('overview.guidelines')}
            </Link>
          </p>
        ) : null}
        {may(session, 'tasks:read') && id !== undefined ? (
          <Suspense fallback={<p className="unit">&nbsp;</p>}>
            <BehindLink programme={id} />
          </Suspense>
        ) : null}
        <OverviewHead answer={answer} />
      </header>
      {answer === undefined ? <Skeleton rows={13} /> : <TargetTable answer={answer} />}
    </article>
  );
}

function OverviewHead({ answer }: { readonly answer: OverviewAnswer | undefined }) {
  const words = useWords();
  const { word } = words;
  if (answer === undefined) return <p className="dateline">&nbsp;</p>;
  const { programme, handIn, effective, vintage, verdicts } = answer;
  const left = handIn.daysLeft;
  const due = { day: handIn.due, to: departmentName(words, programme.departments, handIn.to) };
  return (
    <>
      <p className="subtitle document-title">
        <span>
          <OwnText text={programme.names} told />
        </span>
        <span className="document-number">{programme.number}</span>
      </p>
      <div className="dateline">
        <VerdictTally verdicts={verdicts} />
        <ul className="dateline-facts">
          <li>{word('overview.effective', { day: effective })}</li>
          {vintage === null ? null : <li>{word('overview.vintage', { vintage: vintage.slice(0, 12) })}</li>}
          <li title={word('overview.hand-in', due)}>
            <strong>
              {left >= 0 ? word('overview.days-left', { days: left }) : word('overview.days-past', { days: -left })}
            </strong>{' '}
            <span className="unit">{word('overview.hand-in', due)}</span>
          </li>
        </ul>
      </div>
    </>
  );
}
