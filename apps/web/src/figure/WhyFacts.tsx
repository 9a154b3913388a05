import type { WhyAnswer } from '@zhiheng/office';
import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';
import { shareText } from './share-text.js';

const outcomes = { ended: 'why.ended', left: 'why.left', open: 'why.still-open' } as const;

/** On which day and where a record counts, who holds it, and how long it took. */
export function WhyFacts({
  answer,
  nameOf,
}: {
  readonly answer: WhyAnswer;
  readonly nameOf: (area: string) => string;
}) {
  const { word, language } = useWords();
  const { owner, measure, holders, countsIn, share, conditions, followed } = answer;
  return (
    <dl className="facts">
      <dt>{word('column.counted-on')}</dt>
      <dd>{answer.countedOn ?? word('why.no-day')}</dd>
      <dt>{word('column.counted-in')}</dt>
      <dd>
        {countsIn.map(({ area, within }) => (
          <p key={area}>{within.map(nameOf).join(' › ')}</p>
        ))}
      </dd>
      {share === null ? null : (
        <>
          <dt>{word('column.share-counted')}</dt>
          <dd>{shareText({ language }, share)}</dd>
        </>
      )}
      {owner === null ? null : (
        <>
          <dt>{word('column.owner')}</dt>
          <dd>
            {owner.name ?? word('why.nothing')}
            <span className="unit">
              {' '}
              {word('why.owned', {
                from: owner.from ?? word('why.since-filing'),
                until: owner.until ?? word('why.now'),
              })}
            </span>
          </dd>
        </>
      )}
      {holders.length === 0 ? null : (
        <>
          <dt>{word('why.holders')}</dt>
          <dd>
            <ol className="holders">
              {holders.map(({ position, name, area }) => (
                <li key={position}>
                  {name ?? word('why.nothing')} <span className="unit">{nameOf(area)}</span>
                </li>
              ))}
            </ol>
          </dd>
        </>
      )}
      {followed === null ? null : (
        <>
          <dt>{word('why.followed')}</dt>
          <dd>
            <p>{word(outcomes[followed.outcome], { day: followed.until })}</p>
            <p>{word('why.months', { months: numberText(followed.months, { language, decimals: 2 }) })}</p>
            <p className="unit">{word('why.cohort', { from: followed.firstDay, until: followed.lastDay })}</p>
          </dd>
        </>
      )}
      {measure === null || followed !== null ? null : (
        <>
          <dt>{word('why.measure')}</dt>
          <dd>{word('why.months', { months: numberText(measure.months, { language, decimals: 2 }) })}</dd>
        </>
      )}
      {conditions.length === 0 ? null : (
        <>
          <dt>{word('why.conditions')}</dt>
          <dd>
            {conditions.map(({ id, holds, intervals }) => (
              <p key={id}>
                <code>{id}</code> {word(holds ? 'why.yes' : 'why.no')}
                <span className="unit">
                  {' '}
                  {intervals
                    .map(({ from, until }) => `${from} – ${until ?? word('why.now')}`)
                    .join(word('list.semicolon'))}
                </span>
              </p>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
