import { useQuery } from '@tanstack/react-query';
import type { ScreenOverview } from '@zhiheng/office';
import { type KeyboardEvent, useRef } from 'react';
import { groupQuery, membersFile } from '../api/screening-queries.js';
import { may, useSession } from '../api/session.js';
import { PageTurns } from '../staff/PageTurns.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { Comparison } from './Comparison.js';
import { DayTimeline } from './DayTimeline.js';
import { GroupFacts } from './GroupFacts.js';
import { MemberNetwork } from './MemberNetwork.js';
import { MemberTable } from './MemberTable.js';
import { turnedPages } from './screening-state.js';
import type { ShownState } from './shown-state.js';
import { stepOfKey } from './walk-keys.js';

export interface GroupPageProps {
  readonly id: string;
  readonly overview: ScreenOverview;
  readonly state: ShownState;
  readonly set: (change: ShownState) => void;
}

/** A group: its core beside a chosen member, all members, their days, and what links them. */
export function GroupPage({ id, overview, state, set }: GroupPageProps) {
  const { word } = useWords();
  const session = useSession();
  const board = useRef<HTMLDivElement>(null);
  const { run } = state;
  const turned = turnedPages(state.after);
  const { data, error, refetch } = useQuery(groupQuery(id, { run, after: turned.at(-1) }));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={16} />;
  const { members, group } = data;
  const base = group.core ?? members[0]?.application ?? '';
  const others = members.map(({ application }) => application).filter((one) => one !== base);
  const current = state.with !== undefined && state.with !== base ? state.with : (others[0] ?? null);
  const choose = (application: string | undefined) => {
    if (application !== undefined) set({ with: application });
  };
  const walk = (event: KeyboardEvent) => {
    const step = stepOfKey(event);
    if (step === 0 || current === null) return;
    event.preventDefault();
    const next = others[Math.min(Math.max(others.indexOf(current) + step, 0), others.length - 1)];
    choose(next);
    board.current?.querySelector<HTMLElement>(`[data-member="${CSS.escape(next ?? '')}"]`)?.focus();
  };
  return (
    <>
      <section className="block" aria-label={word('screening.group')}>
        <GroupFacts shown={data} overview={overview} />
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within, which reach them too */}
      <div ref={board} onKeyDown={walk}>
        <section className="block" aria-labelledby="group-members">
          <h2 id="group-members">{word('screening.members')}</h2>
          <p className="remark">
            {word(group.core === null ? 'screening.members.core-masked' : 'screening.members.explained')} <kbd>j</kbd>{' '}
            <kbd>k</kbd> {word('screening.members.walk')}
          </p>
          <MemberTable {...{ shown: data, rules: overview.rules, run, base, current, choose }} />
          {group.withheldByRight === 0 ? null : (
            <p className="remark masked-members">{word('screening.masked-members', { n: group.withheldByRight })}</p>
          )}
          <PageTurns
            view={{ set: ({ page }) => set({ after: page, with: undefined }) }}
            turned={turned}
            next={data.next}
          />
          {may(session, 'screening:export') ? (
            <p>
              <a className="quiet" href={membersFile(id, run)} download>
                {word('screening.csv.members')}
              </a>
            </p>
          ) : null}
        </section>
        <section className="block" aria-labelledby="group-texts">
          <h2 id="group-texts">{word('screening.texts')}</h2>
          {current === null ? (
            <p className="empty-line">{word('screening.texts.alone')}</p>
          ) : (
            <Comparison a={base} b={current} run={run} />
          )}
        </section>
      </div>
      <DayTimeline days={data.days} />
      <MemberNetwork shown={data} current={current} />
    </>
  );
}
