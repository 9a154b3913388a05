import { useState } from 'react';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { Choose } from '../rulings/Choose.js';
import { SettledList } from './SettledList.js';
import { UnresolvedList } from './UnresolvedList.js';

export interface AreasPanelProps {
  readonly view: PageView;
  readonly maySettle: boolean;
}

/** Addresses whose area is open beside what they may mean, and what people settled. */
export function AreasPanel({ view, maySettle }: AreasPanelProps) {
  const { word } = useWords();
  const { state, set } = view;
  const [told, setTold] = useState<string | null>(null);
  return (
    <section className="block settling">
      <h2>{word('settling.title')}</h2>
      <p className="remark">{word('settling.explained')}</p>
      <Choose
        label={word('settling.list')}
        value={state.list ?? 'open'}
        options={[
          ['open', word('settling.open')],
          ['settled', word('settling.settled')],
        ]}
        choose={(list) => {
          setTold(null);
          set({ list: list === 'settled' ? 'settled' : undefined, page: undefined, record: undefined });
        }}
      />
      <div role="status">{told === null ? null : <p className="right">{told}</p>}</div>
      {state.list === 'settled' ? (
        <SettledList view={view} maySettle={maySettle} />
      ) : (
        <UnresolvedList view={view} maySettle={maySettle} tell={setTold} />
      )}
    </section>
  );
}
