import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GuidelineDraftRow } from '@zhiheng/office';
import { guidelinesQuery } from '../api/guideline-queries.js';
import { may, useSession } from '../api/session.js';
import { NoRight } from '../staff/NoRight.js';
import { TimeText } from '../staff/TimeText.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { GuidelineUpload } from './GuidelineUpload.js';
import { RollProgrammes } from './RollProgrammes.js';
import '../staff/staff.css';
import './guidelines.css';

/** Guidelines that were imported and next years that were made: what waits to be gone through, and what became a programme. */
export function GuidelinesPage() {
  const { word } = useWords();
  const session = useSession();
  const mayRead = may(session, 'guidelines:read');
  const { data, error, refetch } = useQuery({ ...guidelinesQuery(), enabled: mayRead });
  usePageHead(word('guidelines.heading'), word('guidelines.description'));
  if (session !== undefined && !mayRead) return <NoRight session={session} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <article className="page staff guidelines">
      <header className="page-head">
        <h1>{word('guidelines.heading')}</h1>
        <p className="subtitle">{word('guidelines.description')}</p>
      </header>
      {may(session, 'guidelines:import') ? <GuidelineUpload /> : null}
      <section className="block">
        <h2>{word('guidelines.drafts')}</h2>
        {data === undefined ? <Skeleton rows={4} /> : <DraftList drafts={data} />}
      </section>
      {may(session, 'guidelines:import') ? <RollProgrammes /> : null}
    </article>
  );
}

function DraftList({ drafts }: { readonly drafts: readonly GuidelineDraftRow[] }) {
  const { word, language } = useWords();
  if (drafts.length === 0) {
    return (
      <EmptyState heading={word('guidelines.none.heading')}>
        <p>{word('guidelines.none.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="lines">
      {drafts.map(({ draft, title, file, kind, importedAt, programme, items, targets }) => (
        <li key={draft}>
          <span>
            <Link
              className="opens"
              to="/$language/guidelines/$draft"
              params={{ language, draft }}
              search={{ show: undefined }}
            >
              {title ?? word('review.untitled')}
            </Link>{' '}
            <span className="unit">
              {word(kind === 'roll' ? 'review.of-programme' : 'review.of-file', { file })} ·{' '}
              {word('guidelines.counts', { items, targets })}
            </span>
          </span>
          <span className="unit">
            {programme === null ? word('guidelines.open') : word('review.in-force', { programme })} ·{' '}
            <TimeText time={importedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
