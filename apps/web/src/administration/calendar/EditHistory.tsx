import type { CalendarAnswer } from '@zhiheng/office';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { dayKindWords } from './day-kind-words.js';

export interface EditHistoryProps {
  readonly edits: CalendarAnswer['edits'];
  readonly year: number;
}

/** What people set within the year, the newest first, with their reasons. */
export function EditHistory({ edits, year }: EditHistoryProps) {
  const { word } = useWords();
  return (
    <section className="block">
      <h2>{word('calendar.history')}</h2>
      {edits.length === 0 ? <p className="empty-line">{word('calendar.history.none', { year })}</p> : null}
      <ul className="lines">
        {edits.toReversed().map((edit) => (
          <li key={`${edit.act} ${edit.date} ${edit.kind}`}>
            <span>
              <strong>{edit.date}</strong> {word(dayKindWords[edit.kind] ?? '')} <span lang="zh-Hans">{edit.name}</span>{' '}
              <span className="unit">
                {edit.source} · {edit.why}
              </span>
            </span>
            <span className="unit">
              {edit.person}
              {edit.onBehalfOf === null ? '' : ` ${word('audit.in-place-of', { account: edit.onBehalfOf })}`}{' '}
              <TimeText time={edit.time} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
