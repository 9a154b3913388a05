import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';
import { AreaSearch } from './AreaSearch.js';

export interface AreaChoiceProps {
  readonly codes: readonly string[];
  readonly set: (codes: readonly string[]) => void;
}

/** Provinces, cities and counties, each found by its name. */
export function AreaChoice({ codes, set }: AreaChoiceProps) {
  const { word } = useWords();
  const { nameOf } = useAreaNames(codes);
  return (
    <div className="area-choice">
      <AreaSearch choose={(code) => (codes.includes(code) ? undefined : set([...codes, code]))} />
      <ul className="chosen-areas">
        {codes.map((one) => (
          <li key={one}>
            {nameOf(one)}{' '}
            <button type="button" className="quiet" onClick={() => set(codes.filter((other) => other !== one))}>
              {word('areas.remove')}
              <span className="unseen"> {nameOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
