import { LightMark } from '../task/LightMark.js';
import { useWords } from '../words/words.js';
import type { ClauseTally } from './useClauseTallies.js';

/** How the tasks of a clause stand, in a line. */
export function ClauseLights({ tally }: { readonly tally: ClauseTally }) {
  const { word } = useWords();
  const { open, late, dueSoon, closed, reopened } = tally;
  return (
    <span className="clause-lights unit">
      {late > 0 ? <LightMark light="late" /> : dueSoon > 0 ? <LightMark light="due-soon" /> : null}{' '}
      {word('tasks.clause.lights', { open, late, closed, reopened })}
    </span>
  );
}
