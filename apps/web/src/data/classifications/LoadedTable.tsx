import type { ClassificationLoad } from '@zhiheng/office';
import { FaultText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';
import { DifferenceLists } from './DifferenceLists.js';

/** What a load came to: the table in force and what it computes anew, or every fault in it. */
export function LoadedTable({ answer }: { readonly answer: ClassificationLoad }) {
  const { word } = useWords();
  const { faults, loaded } = answer;
  if (loaded === null) {
    return (
      <div role="alert">
        <p>{word('own-table.refused', { n: faults.length })}</p>
        <ol className="lines">
          {faults.map((fault) => (
            <li key={`${fault.file} ${fault.line} ${fault.column} ${fault.message}`}>
              <FaultText
                {...fault}
                place={{ line: fault.line, column: fault.column, field: fault.field }}
                message={fault.message.replace(/ \(did you mean .*\?\)$/s, '')}
              />
              {fault.didYouMean === null ? null : (
                <strong>{word('own-table.did-you-mean', { word: fault.didYouMean })}</strong>
              )}
            </li>
          ))}
        </ol>
      </div>
    );
  }
  const { changed, indicators, difference } = loaded;
  return (
    <div>
      <p role="status">{word(changed ? 'own-table.loaded' : 'own-table.same', { id: loaded.id })}</p>
      {changed && indicators.length > 0 ? (
        <p>{word('own-table.anew', { indicators: indicators.join(word('list.comma')) })}</p>
      ) : null}
      {changed ? <DifferenceLists {...difference} /> : null}
    </div>
  );
}
