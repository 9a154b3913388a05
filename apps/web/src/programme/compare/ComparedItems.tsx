import type { ProgrammeComparison } from '@zhiheng/programme';
import { Select } from '../../figure/choices.js';
import { useWords } from '../../words/words.js';
import { ComparedItemRow } from './ComparedItemRow.js';
import { countChanges, itemChangeWords, sameWord, shows } from './change-words.js';
import type { CompareState } from './compare-state.js';

export interface ComparedItemsProps {
  readonly comparison: ProgrammeComparison;
  readonly state: CompareState;
  readonly set: (change: CompareState) => void;
}

/** The items of both, in the order of the later one, narrowed to a kind of change. */
export function ComparedItems({ comparison, state, set }: ComparedItemsProps) {
  const { word } = useWords();
  const { items, before, after, wordsCompared } = comparison;
  const counts = countChanges(items);
  const shown = items.filter((item) => shows(item, state.show));
  const option = (choice: string, name: string) => (
    <option key={choice} value={choice}>
      {word('programme-compare.counted', { name, n: counts.get(choice) ?? 0 })}
    </option>
  );
  return (
    <section className="block">
      <h2>{word('programme-compare.items')}</h2>
      <div className="compare-choices">
        <Select
          label={word('programme-compare.show')}
          value={state.show ?? ''}
          choose={(show) => set({ show: show === '' ? undefined : show })}
        >
          <option value="">
            {word('programme-compare.counted', { name: word('programme-compare.all'), n: items.length })}
          </option>
          {option('changed', word('programme-compare.changed'))}
          {Object.entries(itemChangeWords).map(([kind, id]) =>
            option(kind, word(kind === 'same' ? sameWord(wordsCompared) : id)),
          )}
        </Select>
      </div>
      {shown.length === 0 ? <p className="empty-line">{word('programme-compare.none')}</p> : null}
      <ul className="compared-items">
        {shown.map((item) => {
          const place = (one: typeof item.before) => `${one?.line} ${one?.section.title} ${one?.number} ${one?.title}`;
          return (
            <ComparedItemRow
              key={`${before.id} ${after.id} ${place(item.before)} ${place(item.after)}`}
              item={item}
              wordsCompared={wordsCompared}
            />
          );
        })}
      </ul>
    </section>
  );
}
