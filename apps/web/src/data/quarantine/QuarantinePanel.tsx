import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QuarantineFixAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { quarantineQuery } from '../../api/data-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { Corrected } from './Corrected.js';
import { QuarantineChoice } from './QuarantineChoice.js';
import { QuarantineTable } from './QuarantineTable.js';

/** The records that could not be taken in; each opens to what was read and a form that puts it right. */
export function QuarantinePanel({ view }: { readonly view: PageView }) {
  const { word } = useWords();
  const { state } = view;
  const [corrected, setCorrected] = useState<QuarantineFixAnswer | null>(null);
  const turned = state.page === undefined ? [] : state.page.split('~');
  const { data, error, refetch } = useQuery({
    ...quarantineQuery({ file: state.file, all: state.all === 'yes', after: turned.at(-1) }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.open + data.resolved === 0 && state.file === undefined) {
    return (
      <EmptyState heading={word('quarantine.none.heading')}>
        <p>{word('quarantine.none.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <section className="block">
      <h2>
        {word('quarantine.count', { open: data.open })}{' '}
        <span className="count">{word('quarantine.resolved-count', { resolved: data.resolved })}</span>
      </h2>
      <QuarantineChoice view={view} page={data} />
      <div role="status">{corrected === null ? null : <Corrected result={corrected} />}</div>
      {data.rows.length === 0 ? (
        <p className="empty-line">{word(state.all === 'yes' ? 'quarantine.none-here' : 'quarantine.all-resolved')}</p>
      ) : (
        <QuarantineTable view={view} rows={data.rows} corrected={setCorrected} />
      )}
      <PageTurns view={view} turned={turned} next={data.next} />
    </section>
  );
}
