import type { TaskRow } from '@zhiheng/programme';
import { TaskLines } from '../task/TaskLines.js';
import { useWords } from '../words/words.js';

/** Tasks that wait for whoever is signed in: to be signed for, worked on, closed, or given to a new owner. */
export function Tasks({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const { word } = useWords();
  return (
    <section className="block">
      <h2>{word('my-work.tasks')}</h2>
      <p className="remark">{word('my-work.tasks.explained')}</p>
      {tasks.length === 0 ? <p className="empty-line">{word('my-work.tasks.none')}</p> : <TaskLines tasks={tasks} />}
    </section>
  );
}
