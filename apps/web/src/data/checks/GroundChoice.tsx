import { useQuery } from '@tanstack/react-query';
import { releasesQuery } from '../../api/data-queries.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';

/** Which records the checks look at: what is loaded, or a release. */
export function GroundChoice({ view }: { readonly view: PageView }) {
  const { word } = useWords();
  const { data = [] } = useQuery(releasesQuery());
  const chosen = view.state.release;
  const names = data.map(({ release }) => release).reverse();
  const set = (release: string) =>
    view.set({ release: release === '' ? undefined : release, page: undefined, record: undefined });
  return (
    <div className="choices">
      <label className="choice">
        <span>{word('checks.ground')}</span>
        <select value={chosen ?? ''} onChange={(event) => set(event.target.value)}>
          <option value="">{word('checks.ground.loaded')}</option>
          {chosen === undefined || names.includes(chosen) ? null : <option value={chosen}>{chosen}</option>}
          {names.map((name) => (
            <option key={name} value={name}>
              {word('checks.ground.release', { name })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
