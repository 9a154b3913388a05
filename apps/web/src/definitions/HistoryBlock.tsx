import { useQuery } from '@tanstack/react-query';
import type { DraftAnswer, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { definitionHistoryQuery } from '../api/definition-queries.js';
import { send } from '../api/send.js';
import { may } from '../api/session.js';
import { TimeText } from '../staff/TimeText.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { DifferenceTable } from './DifferenceTable.js';
import { ReasonedAct } from './ReasonedAct.js';

export interface HistoryBlockProps {
  readonly session: SessionAnswer;
  readonly indicator: string;
  /** A draft is open: nothing else can be proposed. */
  readonly busy: boolean;
  readonly acted: (draft: DraftAnswer) => void;
}

/** What was published of a definition, by whom and why, each with what it changed. */
export function HistoryBlock({ session, indicator, busy, acted }: HistoryBlockProps) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(definitionHistoryQuery(indicator));
  const [open, setOpen] = useState<number | null>(null);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={3} />;
  const { publications, shipped, shippedChanged } = data;
  const takeBack = async (reason: string) =>
    acted(await send<DraftAnswer>('POST', `definitions/${encodeURIComponent(indicator)}/take-back`, { reason }));
  return (
    <section className="definition-history">
      {publications.length === 0 ? <p className="empty-line">{word('definition-history.none')}</p> : null}
      {shippedChanged ? <p className="problem">{word('definition-history.shipped-changed')}</p> : null}
      <ol className="lines">
        {publications.map(({ act, time, publishedBy, writtenBy, reason, hash, takesBack, difference }, at) => (
          <li key={act}>
            <span>
              <strong>
                {word(takesBack === null ? 'definition-history.published' : 'definition-history.taken-back')}
              </strong>{' '}
              {at === 0 ? <span className="right">{word('definition-history.in-force')}</span> : null}{' '}
              {word('definition-history.by', { publisher: publishedBy, authors: writtenBy.join(word('list.comma')) })}
              <q className="given-reason">{reason}</q>
              <span className="hash unit">SHA-256 {hash.slice(0, 16)}…</span>
            </span>
            <span className="acts">
              <span className="unit">
                <TimeText time={time} />
              </span>
              <button
                type="button"
                className="opens"
                aria-expanded={open === act}
                onClick={() => setOpen(open === act ? null : act)}
              >
                {word('definition-history.changes')}
                <span className="unseen"> {act}</span>
              </button>
            </span>
            {open !== act ? null : difference === null ? (
              <p className="remark">{word('definition-history.unknown')}</p>
            ) : (
              <DifferenceTable lines={difference} label={word('definition-history.changes')} />
            )}
          </li>
        ))}
        {shipped === null ? null : (
          <li>
            <span>
              {word('definition-history.shipped')}{' '}
              {publications.length === 0 ? <span className="right">{word('definition-history.in-force')}</span> : null}
            </span>
          </li>
        )}
      </ol>
      {publications.length > 0 && !busy && may(session, 'definitions:draft') ? (
        <ReasonedAct label={word('drafts.take-back')} explained={word('drafts.take-back.explained')} act={takeBack} />
      ) : null}
    </section>
  );
}
