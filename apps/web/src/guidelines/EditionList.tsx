import { useQuery } from '@tanstack/react-query';
import { editionsQuery } from '../api/guideline-queries.js';
import { ProblemText } from '../staff/FaultText.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';

/** Every text that a programme had: who accepted it, and by whom and why it was opened again. */
export function EditionList({ programme }: { readonly programme: string }) {
  const { word } = useWords();
  const { data, error } = useQuery(editionsQuery(programme));
  if (error) return <ProblemText error={error} />;
  if (data === undefined) return <p className="skeleton skeleton-line" />;
  return (
    <ul className="lines">
      {data.map(({ edition, acceptedBy, acceptedAt, reopened, inForce, hash }) => (
        <li key={edition}>
          <span>
            <strong>{word('editions.n', { n: edition })}</strong> {inForce ? word('editions.in-force') : null}{' '}
            <span className="unit">
              {acceptedBy} · <TimeText time={acceptedAt} /> · <code title={hash}>{hash.slice(0, 12)}</code>
            </span>
          </span>
          {reopened === null ? null : (
            <span className="unit">
              {word('editions.reopened', { by: reopened.by, reason: reopened.reason })} <TimeText time={reopened.at} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
