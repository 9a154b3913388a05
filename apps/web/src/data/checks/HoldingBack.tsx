import type { CheckOverviewAnswer, CheckStanding } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { CheckLink } from './CheckLink.js';
import { FoundCount } from './FoundCount.js';

export interface HoldingBackProps {
  readonly overview: CheckOverviewAnswer;
  /** The checks that hold a release back. */
  readonly holding: readonly CheckStanding[];
}

/** Which checks would hold the next release back, and what to do; of a release, which ones it was made in spite of. */
export function HoldingBack({ overview, holding }: HoldingBackProps) {
  const { word, own } = useWords();
  const { release, checks } = overview;
  const pending = checks.some(({ state }) => state === 'pending');
  if (holding.length === 0) {
    if (pending) return <p>{word('checks.holding.unknown')}</p>;
    return <p className="right">{word(release === null ? 'checks.holding.none' : 'checks.of-release.none')}</p>;
  }
  const reasonOf = ({ trend }: CheckStanding) => trend.find((row) => row.release === release)?.accepted?.reason;
  return (
    <>
      <p>{word(release === null ? 'checks.holding.some' : 'checks.of-release.some', { n: holding.length })}</p>
      <ul className="holding">
        {holding.map((check) => (
          <li key={check.id}>
            <p>
              <CheckLink check={check} release={release ?? undefined} /> <FoundCount check={check} />
            </p>
            <p className="unit">
              {release === null
                ? check.advice === null
                  ? word('checks.mend-file')
                  : own(check.advice)
                : reasonOf(check)}
            </p>
          </li>
        ))}
      </ul>
      {pending ? <p>{word('checks.holding.more')}</p> : null}
    </>
  );
}
