import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SettledRow } from '@zhiheng/office';
import { settledQuery } from '../../api/data-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import type { PageView } from '../page-view.js';
import { NextReleaseText } from '../rulings/NextReleaseText.js';
import { RulingText, StandingText } from '../rulings/RulingText.js';
import { UndoForm } from '../rulings/UndoForm.js';

export interface SettledListProps {
  readonly view: PageView;
  readonly maySettle: boolean;
}

/** What people settled, the newest first, and what the next release will have of it. */
export function SettledList({ view, maySettle }: SettledListProps) {
  const { word } = useWords();
  const turned = view.state.page === undefined ? [] : view.state.page.split('~');
  const { data, error, refetch } = useQuery({
    ...settledQuery(turned.at(-1)),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.total === 0) {
    return (
      <EmptyState heading={word('settling.none-settled.heading')}>
        <p>{word('settling.none-settled.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <NextReleaseText change={data.nextRelease} />
      <table className="ruled settled">
        <caption className="unseen">{word('settling.settled')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('settling.column.address')}</th>
            <th scope="col">{word('settling.column.area')}</th>
            <th scope="col" className="numeric">
              {word('settling.column.records')}
            </th>
            <th scope="col">{word('rulings.column.why')}</th>
            <th scope="col">{word('rulings.column.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <SettledLine key={row.made.act} row={row} maySettle={maySettle} />
          ))}
        </tbody>
      </table>
      <PageTurns view={view} turned={turned} next={data.next} />
    </>
  );
}

function SettledLine({ row, maySettle }: { readonly row: SettledRow; readonly maySettle: boolean }) {
  const { word, own } = useWords();
  const { id, address, settled, records, made, undone, standing } = row;
  return (
    <tr>
      <th scope="row" lang="zh">
        {address ?? word('settling.masked')}
      </th>
      <td data-heading={word('settling.column.area')}>
        <span lang="zh">{own(settled.names)}</span> <code>{settled.area}</code>
      </td>
      <td className="numeric" data-heading={word('settling.column.records')}>
        <Count value={records} />
      </td>
      <td>
        <RulingText row={row} />
      </td>
      <td>
        <StandingText standing={standing} />
        {maySettle && undone === null ? (
          <UndoForm path={`areas/${encodeURIComponent(id)}/unsettle`} act={made.act} of={address ?? id} />
        ) : null}
      </td>
    </tr>
  );
}
