import { useState } from 'react';
import { send } from '../api/send.js';
import { useSession } from '../api/session.js';
import { useWords } from '../words/words.js';

/** On every page while one acts for an absent colleague, with the way back to oneself. */
export function ActingBand() {
  const { word } = useWords();
  const session = useSession();
  const [failed, setFailed] = useState(false);
  if (session === undefined || session.onBehalfOf === null) return null;
  const end = async () => {
    try {
      await send('PUT', 'session/acting-for', { account: null });
      window.location.reload();
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="acting-band" role="status">
      <span>
        {word('acting.band', { person: session.displayName ?? session.account ?? '', account: session.onBehalfOf })}
      </span>
      <button type="button" onClick={() => void end()}>
        {word('acting.end')}
      </button>
      {failed ? <span>{word('error.heading')}</span> : null}
    </div>
  );
}
