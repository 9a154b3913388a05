import type { QuarantinePage } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';

/** Which file, and whether those put right are shown too. */
export function QuarantineChoice({ view, page }: { readonly view: PageView; readonly page: QuarantinePage }) {
  const { word } = useWords();
  const { state, set } = view;
  const known = state.file === undefined || page.files.some(({ file }) => file === state.file);
  return (
    <div className="choices">
      <label className="choice">
        <span>{word('quarantine.file')}</span>
        <select
          value={state.file ?? ''}
          onChange={(event) => set({ file: event.target.value || undefined, page: undefined, record: undefined })}
        >
          <option value="">{word('quarantine.every-file')}</option>
          {known ? null : <option value={state.file}>{state.file?.split(/[/\\]/).at(-1)}</option>}
          {page.files.map(({ file, open }) => (
            <option key={file} value={file}>
              {file.split(/[/\\]/).at(-1)} ({open})
            </option>
          ))}
        </select>
      </label>
      <label className="radio">
        <input
          type="checkbox"
          checked={state.all === 'yes'}
          onChange={(event) => set({ all: event.target.checked ? 'yes' : undefined, page: undefined })}
        />
        {word('quarantine.show-resolved')}
      </label>
    </div>
  );
}
