import type { TableAnswer } from '@zhiheng/office';
import { tableFile } from '../api/queries.js';
import { useWords } from '../words/words.js';
import type { TableState } from './table-state.js';

interface TableFilesProps {
  readonly table: TableAnswer;
  readonly state: TableState;
  readonly sheet: string;
}

/** The table as files and on paper; one whose parts do not add up is not given out. */
export function TableFiles({ table, state, sheet }: TableFilesProps) {
  const { word, language } = useWords();
  const { id, filled, provenance, wrong } = table;
  const query = {
    period: filled.period,
    dataset: filled.dataset,
    language,
    ...(provenance.vintage === null ? { vintage: state.vintage } : { vintage: provenance.vintage }),
  };
  return (
    <p className="report-files">
      {wrong.length > 0 ? null : (
        <>
          <a href={tableFile(id, 'xlsx', query)} download>
            {word('reports.as-xlsx')}
          </a>
          <a href={tableFile(id, 'csv', { ...query, sheet })} download>
            {word('reports.as-csv')}
          </a>
          <a href={tableFile(id, 'parquet', query)} download>
            {word('reports.as-parquet')}
          </a>
        </>
      )}
      <button type="button" className="quiet" onClick={() => window.print()}>
        {word('reports.print')}
      </button>
    </p>
  );
}
