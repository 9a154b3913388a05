import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TableAnswer } from '@zhiheng/office';
import { tableQuery } from '../api/queries.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { periodName } from '../numbers/period-name.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { SheetTable } from './SheetTable.js';
import { TableChoices } from './TableChoices.js';
import { TableFacts } from './TableFacts.js';
import { TableFiles } from './TableFiles.js';
import type { TableState } from './table-state.js';
import { WrongSums } from './WrongSums.js';
import './reports.css';

const route = getRouteApi('/$language/reports/$table');

/** One named table: what it is made for and of, its sheets, its files and what it rests on. */
export function TablePage() {
  const { word, own, language } = useWords();
  const { table: id } = route.useParams();
  const state = route.useSearch();
  const { sheet: _, ...asked } = state;
  const table = useQuery({ ...tableQuery(id, asked), placeholderData: keepPreviousData });
  usePageHead(table.data === undefined ? word('nav.reports') : own(table.data.names), word('reports.description'));
  if (table.error) return <ErrorState error={table.error} retry={() => void table.refetch()} />;
  return (
    <article className="page report" aria-busy={table.isPlaceholderData}>
      <p className="way-back">
        <Link to="/$language/reports" params={{ language }}>
          {word('nav.reports')}
        </Link>
      </p>
      {table.data === undefined ? <Skeleton rows={14} /> : <OpenTable table={table.data} state={state} />}
    </article>
  );
}

function OpenTable({ table, state }: { readonly table: TableAnswer; readonly state: TableState }) {
  const words = useWords();
  const { own } = words;
  const { filled } = table;
  const sheet = filled.sheets.find(({ id }) => id === state.sheet) ?? filled.sheets[0];
  return (
    <>
      <header className="page-head">
        <h1>{own(table.names)}</h1>
        <p className="subtitle">
          {periodName(words, filled.period)} · {own(table.summary)}
        </p>
      </header>
      <TableChoices table={table} state={state} />
      {filled.dataset === 'synthetic' ? <SyntheticBand full /> : null}
      <WrongSums table={table} />
      {sheet === undefined ? null : (
        <>
          <TableFiles table={table} state={state} sheet={sheet.id} />
          <SheetTable table={table} sheet={sheet} />
        </>
      )}
      <TableFacts table={table} />
    </>
  );
}
