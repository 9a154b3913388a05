import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { editionsQuery } from '../../api/data-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { modeWords } from './classification-words.js';

/** So many symbols of a list are shown. */
const most = 200;

/** Symbols of other editions in one table: how many are carried over, and which may belong and do not count. Asked for when it is opened. */
export function EditionDetails({ table }: { readonly table: string }) {
  const { word, own } = useWords();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...editionsQuery(table), enabled: open });
  const doubts = data?.standing?.doubts ?? [];
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{word('editions.heading')}</summary>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {open && data === undefined && !error ? <Skeleton rows={3} /> : null}
      {data?.standing == null ? null : (
        <>
          <p>
            {word('editions.carried', { n: data.standing.carried, rows: data.rows.length })}{' '}
            {data.own ? word('classifications.origin.own') : word('classifications.origin.software')}{' '}
            {data.provisional && !data.own ? <span className="provisional">{word('provisional')}</span> : null}
          </p>
          <ul className="told">{data.own ? null : data.doubts.map((doubt) => <li key={doubt.en}>{own(doubt)}</li>)}</ul>
          <p>{word('editions.doubts', { n: doubts.length })}</p>
          <ul className="symbols">
            {doubts.slice(0, most).map(({ code, rule, mode, symbol, others }) => (
              <li key={`${code} ${rule} ${mode} ${symbol}`}>
                <code>{symbol}</code>{' '}
                <span className="unit">
                  {`${others.join(word('list.comma'))} · ${code} · ${word(modeWords[mode])}`}
                </span>
              </li>
            ))}
          </ul>
          {doubts.length > most ? <p>{word('own-table.more', { n: doubts.length - most })}</p> : null}
        </>
      )}
    </details>
  );
}
