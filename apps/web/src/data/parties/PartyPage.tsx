import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PartyAnswer } from '@zhiheng/office';
import { partyQuery } from '../../api/party-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { EvidenceLines } from './EvidenceLines.js';
import { PartyFacts } from './PartyFacts.js';
import { PartyLink } from './PartyLink.js';
import { PartyName } from './PartyName.js';
import { PartyNames } from './PartyNames.js';
import { RulingTable } from './RulingTable.js';

export interface PartyPageProps {
  readonly view: PageView;
  readonly id: string;
  readonly mayDecide: boolean;
}

/** One party: how records tell it, what stands for it, what it is connected with, what was decided, its records. */
export function PartyPage({ view, id, mayDecide }: PartyPageProps) {
  const { word } = useWords();
  const { set } = view;
  const turned = view.state.page === undefined ? [] : view.state.page.split('~').filter((key) => key.includes(':'));
  const { data, error, refetch } = useQuery({ ...partyQuery(id, turned.at(-1)), placeholderData: keepPreviousData });
  return (
    <section className="block party">
      <p>
        <button type="button" className="quiet" onClick={() => set({ party: undefined, page: undefined })}>
          {word('parties.back')}
        </button>
      </p>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={8} /> : null}
      {data === undefined || error ? null : (
        <PartyContent view={view} answer={data} asked={id} turned={turned} mayDecide={mayDecide} />
      )}
    </section>
  );
}

interface PartyContentProps {
  readonly view: PageView;
  readonly answer: PartyAnswer;
  readonly asked: string;
  readonly turned: readonly string[];
  readonly mayDecide: boolean;
}

function PartyContent({ view, answer, asked, turned, mayDecide }: PartyContentProps) {
  const { word } = useWords();
  const { party, aliases, names, related, rulings, records, next, release } = answer;
  return (
    <>
      <h2>
        <PartyName party={party} /> <span className="count">{word('parties.in-release', { release })}</span>
      </h2>
      {asked === party.party ? null : <p className="remark">{word('parties.alias-asked', { asked })}</p>}
      <PartyFacts party={party} />
      {aliases.length === 0 ? null : (
        <p>
          {word('parties.aliases')} <code>{aliases.join(' ')}</code>
        </p>
      )}
      <h3>{word('parties.told-as')}</h3>
      <PartyNames names={names} />
      {related.length === 0 ? null : (
        <>
          <h3>{word('parties.related')}</h3>
          <ul className="lines related">
            {related.map(({ other, relation, evidence }) => (
              <li key={other.party}>
                <span>
                  <PartyLink view={view} party={other} />
                  {relation === 'same?' ? <span className="fault-part">{word('parties.maybe-same')}</span> : null}
                </span>
                <EvidenceLines evidence={evidence} />
              </li>
            ))}
          </ul>
        </>
      )}
      {rulings.length === 0 ? null : (
        <>
          <h3>{word('parties.decided')}</h3>
          <RulingTable view={view} rows={rulings} mayDecide={mayDecide} />
        </>
      )}
      <h3>{word('parties.records')}</h3>
      {records.length === 0 ? <p className="empty-line">{word('parties.no-records')}</p> : null}
      <ul className="lines">
        {records.map(({ id, title, present }) => (
          <li key={id}>
            <span>
              <code>{id}</code> {title}
            </span>
            {present ? null : <span className="fault-part">{word('parties.once')}</span>}
          </li>
        ))}
      </ul>
      <PageTurns view={view} turned={turned} next={next} />
    </>
  );
}
