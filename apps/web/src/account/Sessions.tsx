import type { OwnAccountAnswer } from '@zhiheng/office';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';

export interface SessionsProps {
  readonly sessions: OwnAccountAnswer['sessions'];
  /** The session that looks. */
  readonly current: string | null;
}

/** Where one is signed in; each can be ended, or all. */
export function Sessions({ sessions, current }: SessionsProps) {
  const { word, language } = useWords();
  const everywhere = async () => {
    await send('DELETE', 'own-account/sessions');
    window.location.assign(`/${language}/sign-in`);
    // Nothing is read again: the page goes away, and nobody is signed in.
    await new Promise(() => undefined);
  };
  return (
    <section className="block">
      <h2>{word('sessions.heading')}</h2>
      <ul className="lines">
        {sessions.map(({ id, address, startedAt, seenAt, endsAt }) => (
          <li key={id}>
            <span>
              {address ?? word('sessions.no-address')}{' '}
              <span className="unit">
                {word('sessions.started')} <TimeText time={startedAt} /> {word('sessions.seen')}{' '}
                <TimeText time={seenAt} /> {word('sessions.ends')} <TimeText time={endsAt} />
              </span>
            </span>
            {id === current ? (
              <span className="unit">{word('sessions.this')}</span>
            ) : (
              <AskedAct
                label={word('sessions.end')}
                of={id}
                act={() => send('DELETE', `sessions/${encodeURIComponent(id)}`)}
              />
            )}
          </li>
        ))}
      </ul>
      <p>
        <AskedAct label={word('sessions.everywhere')} question={word('sessions.everywhere.asked')} act={everywhere} />
      </p>
    </section>
  );
}
