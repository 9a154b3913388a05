import { Link } from '@tanstack/react-router';
import type { TaskShown } from '@zhiheng/office';
import { useWords } from '../words/words.js';
import { TaskLines } from './TaskLines.js';

/** What a task was divided into. */
export function TaskParts({ task, mayAssign }: { readonly task: TaskShown; readonly mayAssign: boolean }) {
  const { word, language } = useWords();
  const open = !['closed', 'withdrawn'].includes(task.state);
  if (task.parts.length === 0 && !(open && mayAssign)) return null;
  const closed = task.parts.filter(({ state }) => state === 'closed').length;
  return (
    <section className="block">
      <h2>{word('task.parts', { n: task.parts.length, closed })}</h2>
      {task.parts.length === 0 ? (
        <p className="empty-line">{word('task.parts.none')}</p>
      ) : (
        <TaskLines tasks={task.parts} />
      )}
      {open && mayAssign ? (
        <p>
          <Link to="/$language/tasks/new" params={{ language }} search={{ parent: task.id }}>
            {word('task.divide')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
