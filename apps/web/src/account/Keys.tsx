import type { NewKeyAnswer, OwnAccountAnswer, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { ShownOnce } from '../staff/ShownOnce.js';
import { useWords } from '../words/words.js';
import { KeyForm } from './KeyForm.js';

export interface KeysProps {
  readonly keys: OwnAccountAnswer['keys'];
  readonly mayDo: SessionAnswer['mayDo'];
}

/** Keys for programs that act for this account; each carries some of its rights, until a day. */
export function Keys({ keys, mayDo }: KeysProps) {
  const { word } = useWords();
  const [made, setMade] = useState<NewKeyAnswer | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <section className="block">
      <h2>{word('keys.heading')}</h2>
      <p className="remark">{word('keys.explained')}</p>
      {keys.length === 0 ? <p className="empty-line">{word('keys.none')}</p> : null}
      <ul className="lines">
        {keys.map(({ prefix, label, permissions, expiresOn, revokedAt }) => (
          <li key={prefix}>
            <span>
              <strong>{label}</strong> <code>{prefix}</code>{' '}
              <span className="unit">
                {word('keys.until', { day: expiresOn })} · <code>{permissions.join(' ')}</code>
              </span>
            </span>
            {revokedAt === null ? (
              <AskedAct
                label={word('keys.revoke')}
                of={prefix}
                question={word('keys.revoke.asked')}
                act={() => send('DELETE', `keys/${encodeURIComponent(prefix)}`)}
              />
            ) : (
              <span className="unit">{word('keys.revoked')}</span>
            )}
          </li>
        ))}
      </ul>
      {made === null ? null : (
        <ShownOnce
          heading={word('keys.made', { label: made.label })}
          explained={word('keys.made.explained')}
          text={made.key}
          close={() => setMade(null)}
        />
      )}
      {open ? (
        <KeyForm
          mayDo={mayDo}
          made={(key) => {
            setMade(key);
            setOpen(false);
          }}
          leave={() => setOpen(false)}
        />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {word('keys.make')}
        </button>
      )}
    </section>
  );
}
