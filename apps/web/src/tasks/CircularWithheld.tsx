import { useQuery } from '@tanstack/react-query';
import type { TaskListAnswer } from '@zhiheng/office';
import { taskRulesQuery } from '../api/task-queries.js';
import { useWords } from '../words/words.js';

export interface CircularWithheldProps {
  readonly late: TaskListAnswer;
  /** Open tasks without a last day. */
  readonly undated: number;
}

/** What the circular does not tell, and under which rules it tells the rest. */
export function CircularWithheld({ late, undated }: CircularWithheldProps) {
  const { word, own } = useWords();
  const { data: rules } = useQuery(taskRulesQuery());
  const more = late.lights.late - late.tasks.length;
  const reckoned = late.tasks.filter(({ due }) => due?.provisional === true).length;
  return (
    <section className="block circular-withheld">
      <h2>{word('circular.withheld')}</h2>
      <ul>
        <li>{word('circular.withheld.sight')}</li>
        {undated === 0 ? null : <li>{word('circular.withheld.no-day', { tasks: undated })}</li>}
        {more === 0 ? null : <li>{word('circular.withheld.more', { tasks: more })}</li>}
        {reckoned === 0 ? null : <li>{word('circular.withheld.provisional', { tasks: reckoned })}</li>}
        <li>{word('circular.withheld.days')}</li>
        {rules === undefined ? null : (
          <li>
            {word('circular.rules', { rules: own(rules.names), source: rules.source.text })}
            {rules.provisional ? ` ${word('circular.rules.provisional')}` : ''}
          </li>
        )}
      </ul>
    </section>
  );
}
