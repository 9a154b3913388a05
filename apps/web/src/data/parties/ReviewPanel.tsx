import { useQuery } from '@tanstack/react-query';
import type { PartyPairRow } from '@zhiheng/office';
import { useState } from 'react';
import { reviewQuery } from '../../api/party-queries.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { NoParties } from './NoParties.js';
import { PairForm } from './PairForm.js';

export interface ReviewPanelProps {
  readonly view: PageView;
  readonly mayDecide: boolean;
}

const keyOf = ({ a, b }: PartyPairRow) => `${a.party}~${b.party}`;

/** Pairs that wait, one at a time; a pair left for later comes again when the others are done. */
export function ReviewPanel({ view, mayDecide }: ReviewPanelProps) {
  const { word } = useWords();
  const [after, setAfter] = useState<string | undefined>(undefined);
  const [later, setLater] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(reviewQuery(after));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.release === null) return <NoParties />;
  if (data.open === 0) {
    return (
      <EmptyState heading={word('parties.none-waiting.heading')}>
        <p>{word('parties.none-waiting.advice')}</p>
      </EmptyState>
    );
  }
  const pair = data.rows.find((row) => !later.includes(keyOf(row)));
  const begin = () => {
    setLater([]);
    setAfter(undefined);
  };
  const leave = (left: PartyPairRow) => {
    setTold(null);
    const behind = data.rows.filter((row) => row !== left && !later.includes(keyOf(row)));
    if (behind.length === 0 && data.next !== null) setAfter(data.next);
    setLater([...later, keyOf(left)]);
  };
  return (
    <>
      <h3>{word('parties.waiting', { open: data.open })}</h3>
      <div role="status">{told === null ? null : <p className="right">{told}</p>}</div>
      {pair === undefined ? (
        <p className="empty-line">
          {word('parties.all-later')}{' '}
          <button type="button" className="quiet" onClick={begin}>
            {word('parties.begin-again')}
          </button>
        </p>
      ) : (
        <PairForm
          key={keyOf(pair)}
          view={view}
          pair={pair}
          mayDecide={mayDecide}
          reason={reason}
          setReason={setReason}
          later={() => leave(pair)}
          tell={setTold}
        />
      )}
    </>
  );
}
