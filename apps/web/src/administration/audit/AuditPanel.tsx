import { useQuery } from '@tanstack/react-query';
import { actsQuery } from '../../api/people-queries.js';
import { may } from '../../api/session.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PanelProps } from '../organisations/OrganisationsPanel.js';
import { ActFilters } from './ActFilters.js';
import { ActTable } from './ActTable.js';
import { AnchorAct } from './AnchorAct.js';
import { VerifyAct } from './VerifyAct.js';

/** Who did what, the newest first; whoever may not see the whole chain sees their own acts. */
export function AuditPanel({ view, session }: PanelProps) {
  const { word } = useWords();
  const { state } = view;
  const whole = may(session, 'acts:verify');
  const turned = state.page === undefined ? [] : state.page.split('~');
  const query = {
    before: turned.at(-1),
    kind: state.kind,
    person: whole ? state.person : session.person,
    object: state.object,
    reads: state.reads === 'yes' ? true : undefined,
  };
  const { data, error, refetch, isPlaceholderData } = useQuery(actsQuery(query));
  return (
    <>
      {whole ? (
        <div className="chain-acts">
          <VerifyAct />
          {may(session, 'acts:anchor') ? <AnchorAct /> : null}
        </div>
      ) : (
        <p className="remark">{word('audit.own-only')}</p>
      )}
      <ActFilters view={view} whole={whole} />
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={10} /> : null}
      {data?.acts.length === 0 ? (
        <EmptyState heading={word('audit.none.heading')}>
          <p>{word('audit.none.advice')}</p>
        </EmptyState>
      ) : null}
      {data === undefined || data.acts.length === 0 || error ? null : (
        <ActTable acts={data.acts} busy={isPlaceholderData} />
      )}
      {data === undefined ? null : (
        <PageTurns view={view} turned={turned} next={data.next === null ? null : String(data.next)} />
      )}
    </>
  );
}
