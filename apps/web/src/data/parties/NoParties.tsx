import { EmptyState } from '../../states/EmptyState.js';
import { useWords } from '../../words/words.js';

/** No release has parties yet. */
export function NoParties() {
  const { word } = useWords();
  return (
    <EmptyState heading={word('parties.none.heading')}>
      <p>{word('parties.none.advice')}</p>
    </EmptyState>
  );
}
