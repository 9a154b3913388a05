import type { DraftAnswer } from '@zhiheng/office';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';
import { draftActWords } from './draft-words.js';

/** Who did what with a draft, the newest first. */
export function DraftCourse({ draft }: { readonly draft: DraftAnswer }) {
  const { word } = useWords();
  return (
    <ol className="lines draft-course">
      {draft.history.toReversed().map(({ version, act, person, onBehalfOf, time, input }) => (
        <li key={version}>
          <span>
            {word(draftActWords[act] ?? 'draft-act.revise')} <code>{person}</code>
            {onBehalfOf === null ? null : (
              <span className="unit"> {word('acting.short', { account: onBehalfOf })}</span>
            )}
            {input.reason === undefined && input.note === undefined ? null : (
              <q className="given-reason">{String(input.reason ?? input.note)}</q>
            )}
          </span>
          <span className="unit">
            <TimeText time={time} />
          </span>
        </li>
      ))}
    </ol>
  );
}
