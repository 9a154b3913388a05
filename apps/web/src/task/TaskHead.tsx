import { Link } from '@tanstack/react-router';
import type { TaskShown } from '@zhiheng/office';
import { useOrganisationNames } from '../staff/useOrganisationNames.js';
import { useWords } from '../words/words.js';
import { DueText } from './DueText.js';
import { LightMark } from './LightMark.js';
import { taskStateWords } from './task-words.js';

/** Its way back to the programme, its words, whose it is, and how it stands. */
export function TaskHead({ task }: { readonly task: TaskShown }) {
  const { word, language } = useWords();
  const nameOf = useOrganisationNames();
  const { id, programme, clause, target, parent, title, owner, state, due, light, reopened } = task;
  return (
    <header className="page-head">
      <p className="unit task-way">
        <Link
          to="/$language/programme"
          params={{ language }}
          search={{ programme }}
          hash={clause === null ? '' : `clause-${clause}`}
        >
          {word('task.programme', { programme })}
          {clause === null ? null : ` · ${word('task.clause', { clause })}`}
        </Link>
        {target === null ? null : (
          <>
            {' · '}
            <Link to="/$language/targets/$programme/$target" params={{ language, programme, target }}>
              {word('task.target', { target })}
            </Link>
          </>
        )}
        {parent === null ? null : (
          <>
            {' · '}
            <Link to="/$language/tasks/$task" params={{ language, task: parent }}>
              {word('task.part-of', { parent })}
            </Link>
          </>
        )}
      </p>
      <h1>{title}</h1>
      <p className="subtitle task-standing" role="status">
        <span>
          <code>{id}</code>
        </span>
        <span>{nameOf(owner)}</span>
        <strong>{word(taskStateWords[state])}</strong>
        <span>
          {light === 'none' ? null : <LightMark light={light} told />} <DueText due={due} />
        </span>
        {reopened > 0 ? <span>{word('task.reopened', { n: reopened })}</span> : null}
      </p>
    </header>
  );
}
