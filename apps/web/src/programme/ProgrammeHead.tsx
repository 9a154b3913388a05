import { Link } from '@tanstack/react-router';
import type { ProgrammeAnswer } from '@zhiheng/office';
import { may, useSession } from '../api/session.js';
import { departmentName } from '../overview/department-name.js';
import { useWords } from '../words/words.js';
import { clausesOf } from './narrow-sections.js';

/** The document, how much it asks for, and when the return is due. */
export function ProgrammeHead({ answer }: { readonly answer: ProgrammeAnswer }) {
  const words = useWords();
  const session = useSession();
  const { word, own, language } = words;
  const { id, names, number, issuedOn, year, handIn, departments, sections } = answer;
  const clauses = clausesOf(sections);
  const counted = (role: string) => clauses.filter((clause) => clause.role === role).length;
  const flows = new Map(clauses.flatMap((clause) => clause.flows.map((flow) => [flow.id, flow.built] as const)));
  const unbuilt = [...flows.values()].filter((built) => !built).length;
  const due = { day: handIn.due, to: departmentName(words, departments, handIn.to) };
  return (
    <header className="page-head">
      <p className="overline">
        <Link to="/$language" params={{ language }} search={{ programme: id }}>
          {word('overview.title', { year: String(year) })}
        </Link>
      </p>
      <h1>{own(names)}</h1>
      <p className="subtitle document-title">
        <span className="document-number">{number}</span>
        <span>{word('programme.issued', { day: issuedOn })}</span>
      </p>
      <ul className="dateline-facts target-facts">
        <li>
          {word('programme.counts', {
            aims: counted('aim'),
            duties: counted('duty'),
            requirements: counted('requirement'),
          })}
        </li>
        {unbuilt === 0 ? null : <li>{word('programme.flows-unbuilt', { unbuilt, of: flows.size })}</li>}
        <li>{word('overview.hand-in', due)}</li>
        {may(session, 'tasks:read') ? (
          <>
            <li>
              <Link to="/$language/tasks" params={{ language }} search={{ programme: id }}>
                {word('tasks.behind')}
              </Link>
            </li>
            <li>
              <Link to="/$language/tasks/timeline" params={{ language }} search={{ programme: id }}>
                {word('timeline.heading')}
              </Link>
            </li>
          </>
        ) : null}
        {session === undefined || !may(session, 'guidelines:read') ? null : (
          <li>
            <Link to="/$language/programme/compare" params={{ language }} search={{ before: id }}>
              {word('programme-compare.link')}
            </Link>
          </li>
        )}
      </ul>
    </header>
  );
}
