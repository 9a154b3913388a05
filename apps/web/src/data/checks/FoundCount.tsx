import type { CheckStanding } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';

/** Rows found; a check that did not run is a failure and says so; one that has not run yet says that. */
export function FoundCount({ check: { state, count, holdsBack } }: { readonly check: CheckStanding }) {
  const { word } = useWords();
  if (state === 'pending') return <span className="unit">{word('checks.state.pending')}</span>;
  if (state === 'failed' || count === null)
    return <strong className="found-failed">{word('checks.state.failed')}</strong>;
  if (count === 0) return <span className="found-none">0</span>;
  return (
    <strong className={holdsBack ? 'found-holding' : 'found-some'}>
      <Count value={count} />
    </strong>
  );
}
