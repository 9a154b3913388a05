import { may, useSession } from '../api/session.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import type { FigureView } from './figure-view.js';
import { PartsBlock } from './PartsBlock.js';
import { PublicationPanel } from './PublicationPanel.js';
import { RecordsPanel } from './RecordsPanel.js';

/** What the figure is made of: its publication when published, its records when computed. */
export function MadeOfBlock({ view }: { readonly view: FigureView }) {
  const { word } = useWords();
  const { row, choice } = view;
  const session = useSession();
  return (
    <section className="block" id="made-of" tabIndex={-1}>
      <h2>{word('block.made-of')}</h2>
      <PartsBlock view={view} />
      {choice.source.origin === 'published' ? <PublicationPanel row={row} decimals={view.definition.decimals} /> : null}
      {choice.source.origin === 'published' || session !== undefined ? null : <Skeleton rows={8} />}
      {choice.source.origin === 'published' || session === undefined ? null : may(session, 'records:read') ? (
        <RecordsPanel view={view} />
      ) : (
        <p className="empty-line">{word(session.kind === 'visitor' ? 'records.sign-in' : 'advice.not-allowed')}</p>
      )}
    </section>
  );
}
