import type { SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import type { LinkAnswer, OrganisationAnswer } from '../../api/people-queries.js';
import { send } from '../../api/send.js';
import { may } from '../../api/session.js';
import { AskedAct } from '../../staff/AskedAct.js';
import { organisationKindWords } from '../../staff/people-words.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';
import { AccountsBlock } from './AccountsBlock.js';
import { InviteForm } from './InviteForm.js';
import { MoveForm } from './MoveForm.js';
import { OneTimeLinkShown } from './OneTimeLinkShown.js';

export interface OrganisationBlockProps {
  readonly organisation: OrganisationAnswer;
  readonly organisations: readonly OrganisationAnswer[];
  readonly session: SessionAnswer;
}

/** The chosen organisation: what it is, what can be done about it, its accounts. */
export function OrganisationBlock({ organisation, organisations, session }: OrganisationBlockProps) {
  const { word, own } = useWords();
  const { nameOf } = useAreaNames(organisation.area === null ? [] : [organisation.area]);
  const [open, setOpen] = useState<'invite' | 'move' | null>(null);
  const [link, setLink] = useState<LinkAnswer | null>(null);
  const { id, names, kind, area, parent, closedOn } = organisation;
  const above = organisations.find((one) => one.id === parent);
  const name = own(names);
  const shut = () => setOpen(null);
  return (
    <section className="organisation" aria-label={name}>
      <h2>{name}</h2>
      <p className="remark">
        {[
          word(organisationKindWords[kind] ?? ''),
          id,
          above === undefined ? null : word('organisations.under', { name: own(above.names) }),
          area === null ? null : word('organisations.of-area', { area: nameOf(area) }),
          closedOn === null ? null : word('organisations.closed-on', { day: closedOn }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {closedOn === null ? (
        <p className="acts">
          {may(session, 'accounts:invite') ? (
            <button type="button" onClick={() => setOpen('invite')}>
              {word('accounts.invite')}
            </button>
          ) : null}
          {may(session, 'organisations:move') && parent !== null ? (
            <button type="button" onClick={() => setOpen('move')}>
              {word('organisations.move')}
            </button>
          ) : null}
          {may(session, 'organisations:close') && parent !== null ? (
            <AskedAct
              label={word('organisations.close')}
              of={name}
              question={word('organisations.close.asked', { name })}
              act={() => send('POST', `organisations/${encodeURIComponent(id)}/close`, {})}
            />
          ) : null}
        </p>
      ) : null}
      {open === 'invite' ? (
        <InviteForm
          organisation={id}
          close={shut}
          invited={(made) => {
            setLink(made);
            shut();
          }}
        />
      ) : null}
      {open === 'move' ? <MoveForm organisation={organisation} organisations={organisations} close={shut} /> : null}
      {link === null ? null : <OneTimeLinkShown link={link} close={() => setLink(null)} />}
      {may(session, 'accounts:read') ? (
        <AccountsBlock organisation={organisation} session={session} showLink={setLink} />
      ) : null}
    </section>
  );
}
