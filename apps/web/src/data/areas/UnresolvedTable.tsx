import type { UnresolvedRow } from '@zhiheng/office';
import { Fragment } from 'react';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import type { PageView } from '../page-view.js';
import { AddressText } from './AddressText.js';
import { SettleForm } from './SettleForm.js';

export interface UnresolvedTableProps {
  readonly view: PageView;
  readonly rows: readonly UnresolvedRow[];
  readonly maySettle: boolean;
  readonly tell: (words: string | null) => void;
}

/** Addresses as rows; the open one shows what it may mean, and a form that settles it. */
export function UnresolvedTable({ view, rows, maySettle, tell }: UnresolvedTableProps) {
  const { word, own } = useWords();
  const toggle = (id: string) => {
    tell(null);
    view.set({ record: view.state.record === id ? undefined : id });
  };
  return (
    <table className="ruled unresolved">
      <caption className="unseen">{word('settling.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('settling.column.address')}</th>
          <th scope="col" className="numeric">
            {word('settling.column.records')}
          </th>
          <th scope="col">{word('settling.column.counted')}</th>
          <th scope="col">{word('settling.column.candidates')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const open = view.state.record === row.id;
          return (
            <Fragment key={row.id}>
              <tr aria-current={open ? 'true' : undefined}>
                <th scope="row">
                  <button type="button" className="opens" aria-expanded={open} onClick={() => toggle(row.id)}>
                    <AddressText row={row} />
                  </button>
                  <code className="entry-id">{row.id}</code>
                </th>
                <td className="numeric" data-heading={word('settling.column.records')}>
                  <Count value={row.records} />
                </td>
                <td data-heading={word('settling.column.counted')}>{own(row.counted.names)}</td>
                <td data-heading={word('settling.column.candidates')}>
                  {row.candidates.length === 0
                    ? word('settling.no-candidate')
                    : row.candidates.map(({ names }) => own(names)).join(word('list.comma'))}
                </td>
              </tr>
              {open ? (
                <tr className="opened">
                  <td colSpan={4}>
                    <SettleForm key={row.id} row={row} maySettle={maySettle} tell={tell} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
