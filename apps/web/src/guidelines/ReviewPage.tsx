import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReviewAnswer } from '@zhiheng/office';
import { reviewQuery } from '../api/guideline-queries.js';
import { may, useSession } from '../api/session.js';
import { NoRight } from '../staff/NoRight.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { ReviewBoard } from './ReviewBoard.js';
import '../staff/staff.css';
import './guidelines.css';

const route = getRouteApi('/$language/guidelines/$draft');

/** A draft beside its source, to be gone through field by field. */
export function ReviewPage() {
  const { word } = useWords();
  const { draft } = route.useParams();
  const session = useSession();
  const mayRead = may(session, 'guidelines:read');
  const { data, error, refetch } = useQuery({ ...reviewQuery(draft), enabled: mayRead });
  usePageHead(data?.title ?? word('review.heading'), word('review.description'));
  if (session !== undefined && !mayRead) return <NoRight session={session} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <article className="page staff review">
      <header className="page-head">
        <p className="unit">{word('review.heading')}</p>
        <h1 lang={data?.languages[0]}>{data?.title ?? (data === undefined ? '\u00a0' : word('review.untitled'))}</h1>
        {data === undefined ? null : <ReviewFacts review={data} />}
      </header>
      {data === undefined ? <Skeleton rows={12} /> : <ReviewBoard review={data} session={session} />}
    </article>
  );
}

function ReviewFacts({ review: { kind, file, fields, lines } }: { readonly review: ReviewAnswer }) {
  const { word } = useWords();
  return (
    <p className="subtitle">
      {word(kind === 'roll' ? 'review.of-programme' : 'review.of-file', { file })} ·{' '}
      {word('review.size', { fields: fields.length, lines: lines.length })}
    </p>
  );
}
