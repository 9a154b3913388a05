import type { MyWorkAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { OneTimeLinkShown } from '../administration/organisations/OneTimeLinkShown.js';
import type { LinkAnswer } from '../api/people-queries.js';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { useWords } from '../words/words.js';

/** New one-time links that another administrator asked for; whoever confirms is given the link, once. */
export function Renewals({ renewals }: { readonly renewals: MyWorkAnswer['renewals'] }) {
  const { word } = useWords();
  const [link, setLink] = useState<LinkAnswer | null>(null);
  if (renewals.length === 0 && link === null) return null;
  return (
    <section className="block">
      <h2>{word('renewals.heading')}</h2>
      <p className="remark">{word('renewals.explained')}</p>
      {link === null ? null : <OneTimeLinkShown link={link} close={() => setLink(null)} />}
      <ul className="lines">
        {renewals.map(({ renewal, account, askedBy, due }) => (
          <li key={renewal}>
            <span>
              {word('renewals.line', { account })}{' '}
              <span className="unit">
                {word('renewals.by', { person: askedBy })}
                {due === null ? null : ' · '}
                {due === null
                  ? null
                  : word(due.provisional ? 'proposals.due-provisional' : 'proposals.due', { day: due.day })}
              </span>
            </span>
            <span className="acts">
              <AskedAct
                label={word('proposals.confirm')}
                of={account}
                question={word('renewals.confirm.asked', { account })}
                act={async () => setLink(await send<LinkAnswer>('POST', `renewals/${renewal}/confirm`, {}))}
              />
              <AskedAct
                label={word('proposals.turn-down')}
                of={account}
                question={word('renewals.turn-down.asked')}
                act={() => send('POST', `renewals/${renewal}/turn-down`, {})}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
