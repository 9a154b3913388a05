import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { Choose } from '../rulings/Choose.js';
import { DecidedList } from './DecidedList.js';
import { PartyList } from './PartyList.js';
import { PartyPage } from './PartyPage.js';
import { ReviewPanel } from './ReviewPanel.js';

export interface PartiesPanelProps {
  readonly view: PageView;
  readonly mayDecide: boolean;
}

/** Who the holders are: search, the page of one, pairs that wait, and what was decided. */
export function PartiesPanel({ view, mayDecide }: PartiesPanelProps) {
  const { word } = useWords();
  const { state, set } = view;
  if (state.party !== undefined)
    return <PartyPage key={state.party} view={view} id={state.party} mayDecide={mayDecide} />;
  return (
    <section className="block parties">
      <h2>{word('parties.title')}</h2>
      <p className="remark">{word('parties.explained')}</p>
      <Choose
        label={word('parties.list')}
        value={state.list ?? 'all'}
        options={[
          ['all', word('parties.all')],
          ['review', word('parties.review')],
          ['decided', word('parties.decided')],
        ]}
        choose={(list) =>
          set({ list: list === 'review' || list === 'decided' ? list : undefined, page: undefined, words: undefined })
        }
      />
      {state.list === 'review' ? <ReviewPanel view={view} mayDecide={mayDecide} /> : null}
      {state.list === 'decided' ? <DecidedList view={view} mayDecide={mayDecide} /> : null}
      {state.list === 'review' || state.list === 'decided' ? null : <PartyList view={view} />}
    </section>
  );
}
