import type { TaskRow } from '@zhiheng/programme';
import { useWords } from '../words/words.js';

/** The last day of a task; said where the calendar that it was reckoned by is not published. */
export function DueText({ due }: { readonly due: TaskRow['due'] }) {
  const { word } = useWords();
  if (due === null) return <span className="unit">{word('programme.no-day')}</span>;
  return (
    <>
      <time dateTime={due.day}>{due.day}</time>
      {due.provisional ? <span className="unit"> {word('tasks.provisional')}</span> : null}
    </>
  );
}
