import { FaultText, ProblemText } from '../staff/FaultText.js';
import { useWords } from '../words/words.js';
import type { EditorHandle } from './DefinitionEditor.js';
import type { CheckedText } from './useCheckedText.js';

/** What the check finds in the text, each fault with a way to its place. */
export function FaultList({ checked, goTo }: { readonly checked: CheckedText; readonly goTo: EditorHandle['goTo'] }) {
  const { word } = useWords();
  const { check, waiting, error } = checked;
  const faults = check?.faults ?? [];
  const state = check === null || waiting ? 'editor.checking' : faults.length === 0 ? 'editor.sound' : null;
  return (
    <section className="draft-faults" aria-label={word('editor.faults')}>
      <p role="status" className={state === 'editor.sound' ? 'right' : 'unit'}>
        {state === null ? word('editor.fault-count', { n: faults.length }) : word(state)}
      </p>
      {error === null ? null : <ProblemText error={error} />}
      <ol className="lines">
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.message}`}>
            <button type="button" className="opens" onClick={() => goTo(fault)}>
              {word('editor.line', { line: fault.line, column: fault.column })}
            </button>
            <FaultText {...fault} message={fault.message.replace(/ \(did you mean .*\?\)$/s, '')} />
            {fault.didYouMean === null ? null : (
              <strong>{word('editor.did-you-mean', { word: fault.didYouMean })}</strong>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
