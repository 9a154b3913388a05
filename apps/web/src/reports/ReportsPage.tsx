import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableListItem } from '@zhiheng/office';
import { tablesQuery } from '../api/queries.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import './reports.css';

const lengthWords: Readonly<Record<string, string>> = {
  year: 'reports.length.year',
  half: 'reports.length.half',
  quarter: 'reports.length.quarter',
  month: 'reports.length.month',
};

/** The named tables, each opening to its own page. */
export function ReportsPage() {
  const { word } = useWords();
  const list = useQuery(tablesQuery());
  usePageHead(word('nav.reports'), word('reports.description'));
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  return (
    <article className="page">
      <header className="page-head">
        <h1>{word('nav.reports')}</h1>
        <p className="subtitle">{word('reports.description')}</p>
      </header>
      {list.data === undefined ? <Skeleton rows={6} /> : <TableList tables={list.data.tables} />}
    </article>
  );
}

function TableList({ tables }: { readonly tables: readonly TableListItem[] }) {
  const { word, own, language } = useWords();
  if (tables.length === 0) {
    return (
      <EmptyState heading={word('reports.none.heading')}>
        <p>{word('reports.none.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="reports">
      {tables.map(({ id, names, summary, period, sheets, provisional, fault }) => (
        <li key={id}>
          <h2>
            {names === null ? (
              <code>{id}</code>
            ) : (
              <Link className="opens" to="/$language/reports/$table" params={{ language, table: id }}>
                {own(names)}
              </Link>
            )}
            {period === null ? null : (
              <span className="unit"> {word(lengthWords[period] ?? 'reports.length.year')}</span>
            )}
            {provisional && fault === null ? <span className="provisional">{word('provisional')}</span> : null}
          </h2>
          {summary === null ? null : <p>{own(summary)}</p>}
          {fault === null ? null : (
            <p className="table-fault" role="alert">
              {word('reports.wrong')} <code>{fault.code}</code> {fault.message}
            </p>
          )}
          {sheets.length < 2 ? null : (
            <p className="unit">{sheets.map((sheet) => own(sheet.names)).join(word('list.comma'))}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
