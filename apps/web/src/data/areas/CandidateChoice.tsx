import type { UnresolvedRow } from '@zhiheng/office';
import { useId } from 'react';
import { useWords } from '../../words/words.js';

export interface CandidateChoiceProps {
  readonly row: UnresolvedRow;
  readonly area: string;
  /** Null where nothing may be chosen. */
  readonly set: ((area: string) => void) | null;
}

/** The candidates with what speaks for each; any other area by its code. */
export function CandidateChoice({ row, area, set }: CandidateChoiceProps) {
  const { word, own } = useWords();
  const name = useId();
  const other = !row.candidates.some((one) => one.area === area);
  return (
    <fieldset className="candidates">
      <legend>{word('settling.choose')}</legend>
      {row.candidates.map((one) => (
        <label key={one.area} className="radio">
          <input
            type="radio"
            name={name}
            value={one.area}
            checked={one.area === area}
            disabled={set === null}
            onChange={() => set?.(one.area)}
          />
          <span>
            <span lang="zh">{own(one.names)}</span> <code>{one.area}</code>
            {one.elsewhere === 0 ? null : (
              <span className="fault-part">{word('settling.elsewhere', { records: one.elsewhere })}</span>
            )}
            {row.suggested?.area === one.area ? (
              <span className="fault-part suggested">{word('settling.suggested')}</span>
            ) : null}
          </span>
        </label>
      ))}
      {set === null ? null : (
        <label className="choice other-area">
          <span>{word(row.candidates.length === 0 ? 'settling.code' : 'settling.other')}</span>
          <input
            type="text"
            value={other ? area : ''}
            maxLength={20}
            placeholder="440305"
            spellCheck={false}
            onChange={(event) => set(event.target.value)}
          />
        </label>
      )}
    </fieldset>
  );
}
