import type { TaskRow } from '@zhiheng/programme';
import { useWords } from '../words/words.js';

/** A last day, with a word where it may still move: a day that mattered lies beyond the published calendar. */
export function DueText({ due, stated = false }: { readonly due: TaskRow['due']; readonly stated?: boolean }) {
  const { word } = useWords();
  if (due === null) return <span className="unit">{word('task.no-due')}</span>;
  return (
    <span className="due">
      <time dateTime={due.day}>{due.day}</time>
      {stated && 'workingDays' in due.stated ? (
        <span className="unit">
          {' '}
          {word('task.due.reckoned', { days: due.stated.workingDays, from: due.stated.from })}
        </span>
      ) : null}
      {due.provisional ? (
        <span className="unit"> {word(stated ? 'task.due.provisional-why' : 'task.due.provisional')}</span>
      ) : null}
    </span>
  );
}
