import type { ProgrammeAnswer, ShownClause } from '@zhiheng/office';
import { usePrinting } from '../frame/usePrinting.js';
import { departmentName } from '../overview/department-name.js';
import { ClauseLights } from '../tasks/ClauseLights.js';
import { ClauseTasks } from '../tasks/ClauseTasks.js';
import type { ClauseTally } from '../tasks/useClauseTallies.js';
import { useWords } from '../words/words.js';
import { ClauseFacts } from './ClauseFacts.js';
import { answering } from './narrow-sections.js';

export interface ClauseRowProps {
  readonly answer: ProgrammeAnswer;
  readonly clause: ShownClause;
  /** How its tasks stand; null for those who may not see tasks. */
  readonly tallies: ReadonlyMap<string | null, ClauseTally> | null;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
}

/** One clause in a line: number, words, who answers, when; it folds open to all that is known of it. */
export function ClauseRow({ answer, clause, tallies, open, toggle }: ClauseRowProps) {
  const words = useWords();
  const { word, own } = words;
  const printing = usePrinting();
  const names = answering(clause).map((name) => departmentName(words, answer.departments, name));
  const tally = tallies?.get(clause.id);
  const proposed = clause.owners.length === 0 && names.length > 0;
  return (
    <li id={`clause-${clause.id}`}>
      <details
        className="clause"
        open={open || printing}
        onToggle={(event) => {
          if (!printing) toggle(event.currentTarget.open);
        }}
      >
        <summary>
          <code>{clause.id}</code>
          <span className="clause-name">
            {own(clause.names)}
            {tally === undefined ? null : <ClauseLights tally={tally} />}
          </span>
          <span className="clause-owners">
            {proposed ? <span className="unit">{word('programme.proposed-short')} </span> : null}
            {names.join(word('list.comma'))}
            {clause.regions && !names.some((name) => name === word('programme.regions')) ? (
              <span className="unit"> {word('programme.regions')}</span>
            ) : null}
          </span>
          <span className="clause-due">{clause.due ?? <span className="unit">{word('programme.no-day')}</span>}</span>
        </summary>
        <ClauseFacts answer={answer} clause={clause} />
        {tallies !== null && open ? <ClauseTasks programme={answer.id} clause={clause.id} /> : null}
      </details>
    </li>
  );
}
