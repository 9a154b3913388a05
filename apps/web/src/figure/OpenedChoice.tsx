import { useWords } from '../words/words.js';
import { Select } from './choices.js';
import { partName } from './dimension-names.js';
import type { FigureView } from './figure-view.js';
import { openedOf, partsOpened } from './opened-of.js';
import { partLabel } from './part-label.js';

/** Which part of the figure the records are of, and the way back to all of them. */
export function OpenedChoice({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { state, set } = view;
  const parts = partsOpened(view);
  const part = partName(words, view, state.part);
  const spanned = /^(\d+)\.\.(\d+)$/.exec(state.months ?? '');
  const months = spanned === null ? '' : word('lengths.span', { from: spanned[1] ?? '', until: spanned[2] ?? '' });
  const only = [part, months].filter((text) => text !== '').join(word('list.comma'));
  if (parts.length === 0 && only === '') return null;
  return (
    <div className="opened-choice">
      {parts.length === 0 ? null : (
        <Select label={word('records.of')} value={openedOf(view) ?? ''} choose={(of) => set({ of, why: undefined })}>
          {parts.map((name) => (
            <option key={name} value={name}>
              {partLabel(words, name)}
            </option>
          ))}
        </Select>
      )}
      {only === '' ? null : (
        <p>
          {word('records.part', { part: only })}{' '}
          <button
            type="button"
            className="quiet"
            onClick={() => set({ part: undefined, months: undefined, why: undefined })}
          >
            {word('records.all-parts')}
          </button>
        </p>
      )}
    </div>
  );
}
