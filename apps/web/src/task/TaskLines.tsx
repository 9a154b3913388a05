import type { TaskRow } from '@zhiheng/programme';
import { useOrganisationNames } from '../staff/useOrganisationNames.js';
import { useWords } from '../words/words.js';
import { DueText } from './DueText.js';
import { LightMark } from './LightMark.js';
import { TaskLink } from './TaskLink.js';
import { taskStateWords } from './task-words.js';

/** Tasks in a line each: light, words, owner, state, last day. */
export function TaskLines({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const { word } = useWords();
  const nameOf = useOrganisationNames();
  return (
    <ul className="lines task-lines">
      {tasks.map(({ id, title, owner, state, due, light, reopened }) => (
        <li key={id}>
          <span>
            <LightMark light={light} /> <TaskLink task={{ id, title }} />{' '}
            <span className="unit">
              {nameOf(owner)} · <code>{id}</code>
            </span>
          </span>
          <span>
            {word(taskStateWords[state])} <DueText due={due} />
            {reopened > 0 ? <span className="unit"> {word('task.reopened', { n: reopened })}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
