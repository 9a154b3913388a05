import type { RuledRow, RulingStanding } from '@zhiheng/office';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';

const standingWords: Readonly<Record<RulingStanding, string>> = {
  'in-release': 'rulings.in-release',
  'in-next': 'rulings.in-next',
  'leaves-next': 'rulings.leaves-next',
  past: 'rulings.past',
};

/** Who decided, when and why; who took it back. */
export function RulingText({ row: { made, undone } }: { readonly row: RuledRow }) {
  const { word } = useWords();
  return (
    <span className="ruling">
      <span>
        {made.reason}
        <span className="fault-part">
          {made.person} <TimeText time={made.time} /> {word('rulings.act', { act: made.act })}
        </span>
      </span>
      {undone === null ? null : (
        <span className="undone">
          {word('rulings.undone', { reason: undone.reason })}
          <span className="fault-part">
            {undone.person} <TimeText time={undone.time} /> {word('rulings.act', { act: undone.act })}
          </span>
        </span>
      )}
    </span>
  );
}

/** Whether releases have it. */
export function StandingText({ standing }: { readonly standing: RulingStanding }) {
  const { word } = useWords();
  return <span className={`standing ${standing}`}>{word(standingWords[standing])}</span>;
}
