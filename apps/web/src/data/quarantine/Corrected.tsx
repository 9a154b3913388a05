import type { QuarantineFixAnswer } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Sums } from '../Sums.js';

/** What became of the record that was put right last; it has left the list of open ones. */
export function Corrected({ result }: { readonly result: QuarantineFixAnswer }) {
  const { word } = useWords();
  return (
    <div className="fix-result">
      <p className="right">
        <strong>{word('quarantine.fixed', { id: result.id })}</strong>
      </p>
      <Sums sums={result.load} />
    </div>
  );
}
