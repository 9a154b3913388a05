import { useQuery } from '@tanstack/react-query';
import { correctionsQuery } from '../../api/vintage-queries.js';
import { TimeText } from '../../staff/TimeText.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';

/** Correction notices, the newest first: which published values were replaced, by which, and why. */
export function CorrectionList() {
  const { word, own } = useWords();
  const { data, error, refetch } = useQuery(correctionsQuery());
  return (
    <section className="block">
      <h2>{word('corrections.heading')}</h2>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={2} /> : null}
      {data?.length === 0 ? <p className="empty-line">{word('corrections.none')}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <ul className="lines corrections">
          {data.map(({ act, time, vintage, corrects, reason, values, indicators }) => (
            <li key={act}>
              <span>
                <TimeText time={time} /> {word('corrections.line', { vintage, corrects, n: values })}
                <q className="given-reason">{reason}</q>
                <span className="unit">
                  {indicators
                    .map(({ indicator, names, values: n }) =>
                      word('corrections.of', { name: names === null ? indicator : own(names), n }),
                    )
                    .join(word('list.comma'))}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
