import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CheckStanding, SessionAnswer } from '@zhiheng/office';
import { useEffect, useRef } from 'react';
import { checkQuery } from '../../api/data-queries.js';
import { may } from '../../api/session.js';
import { FaultText } from '../../staff/FaultText.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { CheckHistory } from './CheckHistory.js';
import { CheckMade } from './CheckMade.js';
import { checkedTable, checkKindWords, checkName, severityMeaning, severityWords } from './check-words.js';
import { FoundCount } from './FoundCount.js';
import { FoundRows } from './FoundRows.js';
import { GroundChoice } from './GroundChoice.js';

export interface CheckPageProps {
  readonly view: PageView;
  readonly id: string;
  readonly session: SessionAnswer;
}

/** One check: what it looks for, what it found, how it is asked, and what it found before. */
export function CheckPage({ view, id, session }: CheckPageProps) {
  const words = useWords();
  const { word, language } = words;
  const { release } = view.state;
  const { data, error, refetch } = useQuery(checkQuery(id, release));
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = data !== undefined;
  useEffect(() => {
    if (ready) heading.current?.focus({ preventScroll: true });
  }, [ready]);
  const back = (
    <p className="back">
      <Link
        to="/$language/data"
        params={{ language }}
        search={{ part: 'checks', ...(release === undefined ? {} : { release }) }}
      >
        {word('checks.back')}
      </Link>
    </p>
  );
  if (error) {
    return (
      <>
        {back}
        <ErrorState error={error} retry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <Skeleton rows={12} />;
  const { standing } = data;
  return (
    <>
      {back}
      <section className="block">
        <h2 ref={heading} tabIndex={-1}>
          {checkName(words, standing)} <code className="count">{id}</code>
        </h2>
        <GroundChoice view={view} />
        <CheckFacts standing={standing} />
      </section>
      {may(session, 'checks:open') ? (
        <section className="block">
          <h2>{word('checks.rows.heading')}</h2>
          <FoundRows view={view} standing={standing} mayExport={may(session, 'records:export')} />
        </section>
      ) : null}
      <section className="block">
        <h2>{word('checks.made.heading')}</h2>
        <CheckMade check={data} />
      </section>
      <section className="block">
        <h2>{word('checks.history.heading')}</h2>
        <CheckHistory history={data.history} />
      </section>
    </>
  );
}

function CheckFacts({ standing }: { readonly standing: CheckStanding }) {
  const words = useWords();
  const { word, own } = words;
  const { severity, kind, introduction, advice, source, provisional, fault } = standing;
  return (
    <dl className="facts">
      <dt>{word('checks.column.found')}</dt>
      <dd>
        <FoundCount check={standing} />
        {fault === null ? null : (
          <p className="problem">
            <FaultText
              code={fault.code}
              place={{ ...fault.place }}
              found={fault.found}
              expected={fault.expected}
              message={fault.message}
            />
          </p>
        )}
      </dd>
      <dt>{word('checks.severity')}</dt>
      <dd>
        <strong>{word(severityWords[severity])}</strong> <span className="unit">{word(severityMeaning[severity])}</span>
      </dd>
      <dt>{word('checks.table')}</dt>
      <dd>{checkedTable(words, standing)}</dd>
      {kind === null ? null : (
        <>
          <dt>{word('checks.kind')}</dt>
          <dd>{word(checkKindWords[kind] ?? 'check-kind.row')}</dd>
        </>
      )}
      {introduction === null ? null : (
        <>
          <dt>{word('checks.introduction')}</dt>
          <dd>{own(introduction)}</dd>
        </>
      )}
      <dt>{word('checks.column.advice')}</dt>
      <dd>{advice === null ? word('checks.mend-file') : own(advice)}</dd>
      {source === null ? null : (
        <>
          <dt>{word('checks.source')}</dt>
          <dd>
            {source} {provisional ? <span className="unit">{word('checks.provisional')}</span> : null}
          </dd>
        </>
      )}
    </dl>
  );
}
