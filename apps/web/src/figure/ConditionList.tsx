import type { StockCondition } from '@zhiheng/indicators';
import { sentence, useWords } from '../words/words.js';

/** The conditions of which a record has to meet one, each with the interval in which it holds. */
export function ConditionList({ conditions }: { readonly conditions: readonly StockCondition[] }) {
  const words = useWords();
  const { word, own } = words;
  if (conditions.length === 0) return null;
  return (
    <div className="conditions">
      <h3>{word('definition.conditions')}</h3>
      <ol>
        {conditions.map(({ id, names, where, dates, events }) => (
          <li key={id}>
            <strong>{own(names)}</strong> <code>{id}</code>
            <p className="unit">
              {dates === null
                ? null
                : sentence(words, dates.until === null ? 'condition.from' : 'condition.from-until', {
                    from: <code key="from">{dates.from}</code>,
                    until: <code key="until">{dates.until}</code>,
                  })}
              {events === null
                ? null
                : sentence(words, events.endedBy === null ? 'condition.event' : 'condition.event-until', {
                    event: <code key="event">{events.kind}</code>,
                    ended: <code key="ended">{events.endedBy}</code>,
                  })}
              {events?.where == null ? null : (
                <>
                  {word('list.semicolon')}
                  <code>{events.where}</code>
                </>
              )}
              {where === null ? null : (
                <>
                  {word('list.semicolon')}
                  <code>{where}</code>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
