import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ProgrammeAnswer, ShownClause, TasksAssigned } from '@zhiheng/office';
import { useState } from 'react';
import { officeQuery, overviewQuery, programmeQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { taskQuery } from '../api/task-queries.js';
import { NoRight } from '../staff/NoRight.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { AssignForm } from './AssignForm.js';
import { OriginChoice } from './OriginChoice.js';
import { TaskLines } from './TaskLines.js';
import '../staff/staff.css';
import './task.css';

const route = getRouteApi('/$language/tasks/new');

/** Gives tasks out: from a clause, a target or another task, one to every owner, all of them or none. */
export function AssignPage() {
  const { word, language } = useWords();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const mayAssign = may(session, 'tasks:assign');
  const office = useQuery({ ...officeQuery(), enabled: mayAssign });
  const parent = useQuery({ ...taskQuery(state.parent ?? ''), enabled: mayAssign && state.parent !== undefined });
  const programmeId = parent.data?.programme ?? state.programme ?? office.data?.programmes[0]?.id;
  const asked = { enabled: mayAssign && programmeId !== undefined };
  const programme = useQuery({ ...programmeQuery(programmeId ?? ''), ...asked });
  const overview = useQuery({ ...overviewQuery(programmeId ?? ''), ...asked });
  const [given, setGiven] = useState<TasksAssigned | null>(null);
  usePageHead(word('assign.heading'), word('assign.description'));
  if (session !== undefined && !mayAssign) return <NoRight session={session} />;
  const failed = [office, parent, programme, overview].find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  const waits =
    programme.data === undefined ||
    overview.data === undefined ||
    (state.parent !== undefined && parent.data === undefined);
  return (
    <article className="page staff assign-page">
      <header className="page-head">
        <h1>{word('assign.heading')}</h1>
        <p className="subtitle">{word('assign.description')}</p>
      </header>
      {waits || office.data === undefined || programme.data === undefined || overview.data === undefined ? (
        <Skeleton rows={10} />
      ) : (
        <>
          <section className="block">
            {parent.data === undefined ? (
              <OriginChoice
                programmes={office.data.programmes}
                programme={programme.data}
                targets={overview.data.verdicts}
                state={state}
                set={(search) => {
                  setGiven(null);
                  void navigate({ search, resetScroll: false });
                }}
              />
            ) : (
              <p>
                {word('assign.parts-of')}{' '}
                <Link className="opens" to="/$language/tasks/$task" params={{ language, task: parent.data.id }}>
                  {parent.data.title}
                </Link>
              </p>
            )}
          </section>
          {given === null ? null : (
            <section className="block" role="status">
              <h2>{word('assign.done', { made: given.made, standing: given.standing })}</h2>
              {given.withoutOrganisation.length === 0 ? null : (
                <p>{word('assign.without', { names: given.withoutOrganisation.join(word('list.comma')) })}</p>
              )}
              <TaskLines tasks={given.tasks} />
            </section>
          )}
          <AssignForm
            key={JSON.stringify(state)}
            programme={programme.data}
            target={overview.data.verdicts.find(({ target }) => target === state.target) ?? null}
            parent={parent.data ?? null}
            clause={clauseOf(programme.data, state.clause)}
            done={setGiven}
          />
        </>
      )}
    </article>
  );
}

function clauseOf({ sections }: ProgrammeAnswer, id: string | undefined): ShownClause | null {
  const clauses = sections.flatMap(({ items }) => items.flatMap((item) => item.clauses));
  return clauses.find((one) => one.id === id) ?? null;
}
