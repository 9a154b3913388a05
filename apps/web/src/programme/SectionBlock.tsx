import type { ProgrammeAnswer, ShownSection } from '@zhiheng/office';
import type { ClauseTally } from '../tasks/useClauseTallies.js';
import { useWords } from '../words/words.js';
import { ClauseRow } from './ClauseRow.js';
import type { ProgrammeState } from './programme-state.js';

export interface SectionBlockProps {
  readonly answer: ProgrammeAnswer;
  readonly section: ShownSection;
  readonly tallies: ReadonlyMap<string | null, ClauseTally> | null;
  readonly state: ProgrammeState;
  readonly set: (change: ProgrammeState) => void;
}

/** A section with its items; each item folds, and holds its clauses. */
export function SectionBlock({ answer, section, tallies, state, set }: SectionBlockProps) {
  const { word, own } = useWords();
  return (
    <section className="block programme-section" id={`section-${section.id}`}>
      <h2>{own(section.names)}</h2>
      {section.items.map((item) => (
        <details key={item.id} open className="programme-item">
          <summary>
            <h3>
              {item.number === '' ? '' : `${item.number} `}
              {own(item.names)}
            </h3>
            <span className="unit">
              {item.clauses.length === 0
                ? word('programme.no-clauses')
                : word('programme.clauses', { n: item.clauses.length })}
            </span>
          </summary>
          <ol className="clauses">
            {item.clauses.map((clause) => (
              <ClauseRow
                key={clause.id}
                answer={answer}
                clause={clause}
                tallies={tallies}
                open={state.clause === clause.id}
                toggle={(open) => {
                  if (open !== (state.clause === clause.id)) set({ clause: open ? clause.id : undefined });
                }}
              />
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
