import { useQuery } from '@tanstack/react-query';
import type { LettersSentAnswer, SessionAnswer } from '@zhiheng/office';
import { lettersQuery } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { may } from '../../api/session.js';
import { AskedAct } from '../../staff/AskedAct.js';
import { TimeText } from '../../staff/TimeText.js';
import { ErrorState } from '../../states/ErrorState.js';
import { useWords } from '../../words/words.js';

/** Letters that wait, and those that failed. */
export function LettersBlock({ session }: { readonly session: SessionAnswer }) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(lettersQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return null;
  const { waiting, failed, from, by } = data;
  return (
    <section className="block">
      <h2>{word('letters.heading')}</h2>
      <p className="remark">{word(by === 'smtp' ? 'letters.by-smtp' : 'letters.by-outbox')}</p>
      <ul className="lines">
        <li>
          <span>{word('letters.waiting', { waiting })}</span>
          {may(session, 'mail:send') && from !== '' && waiting > 0 ? (
            <AskedAct
              label={word('letters.send')}
              of={word('letters.heading')}
              act={() => send<LettersSentAnswer>('POST', 'letters', { again: true })}
            />
          ) : null}
        </li>
        {failed.map(({ notice, account, attempts, fault, failedAt, nextAt }) => (
          <li key={notice}>
            <span>
              {word('letters.failed', { account, attempts })} <code>{fault}</code>{' '}
              <span className="unit">
                <TimeText time={failedAt} />
              </span>
            </span>
            <span className="unit">
              {nextAt === null ? word('letters.given-up') : word('letters.again-at')}{' '}
              {nextAt === null ? null : <TimeText time={nextAt} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
