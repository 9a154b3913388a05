import { Link } from '@tanstack/react-router';
import type { TaskRow } from '@zhiheng/programme';
import { useWords } from '../words/words.js';

/** The title of a task; it opens the task. */
export function TaskLink({ task: { id, title } }: { readonly task: Pick<TaskRow, 'id' | 'title'> }) {
  const { language } = useWords();
  return (
    <Link className="opens" to="/$language/tasks/$task" params={{ language, task: id }} title={`${id} ${title}`}>
      {title}
    </Link>
  );
}
