import type { TaskTimelineAnswer } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { unpublishedOf } from './timeline-marks.js';
import { markWords } from './useMarkWords.js';

const lights = ['late', 'due-soon', 'on-time', 'closed'] as const;

/** What shapes, lines and hatching mean. */
export function TimelineLegend({ answer }: { readonly answer: TaskTimelineAnswer }) {
  const { word } = useWords();
  const { year, today, handIn } = answer;
  const inYear = (day: string) => Number(day.slice(0, 4)) === year;
  return (
    <>
      <ul className="timeline-legend">
        {lights.map((light) => (
          <li key={light}>
            <i className={`mark-${light}`} aria-hidden="true" /> {word(markWords[light])}
          </li>
        ))}
        {inYear(today) ? (
          <li>
            <i className="timeline-today" aria-hidden="true" /> {word('timeline.today', { day: today })}
          </li>
        ) : null}
        {inYear(handIn) ? (
          <li>
            <i className="timeline-hand-in" aria-hidden="true" /> {word('timeline.hand-in', { day: handIn })}
          </li>
        ) : null}
      </ul>
      <p className="remark">
        {word('timeline.legend.open')} {word('timeline.keys')}
      </p>
      <UnpublishedRemark answer={answer} />
    </>
  );
}

/** Says how far the calendar is published, where the year goes beyond. */
export function UnpublishedRemark({ answer }: { readonly answer: TaskTimelineAnswer }) {
  const { word } = useWords();
  const parts = unpublishedOf(answer);
  const [first] = parts;
  if (first === undefined) return null;
  const { publishedUntil } = answer;
  const whole = publishedUntil === null || (first.from === 0 && first.until === 1);
  return (
    <p className="remark hatched">
      {whole ? word('timeline.provisional-all') : word('timeline.provisional', { until: publishedUntil })}
    </p>
  );
}
