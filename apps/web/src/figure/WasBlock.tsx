import { useState } from 'react';
import { may, useSession } from '../api/session.js';
import { loadStaffWords } from '../words/catalogues.js';
import { useWords } from '../words/words.js';
import type { FigureView } from './figure-view.js';
import { WasTable } from './WasTable.js';

/** What the figure was before: its values in earlier vintages and editions, read when they are asked for. */
export function WasBlock({ view }: { readonly view: FigureView }) {
  const { word, language } = useWords();
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (session === undefined || !may(session, 'vintages:read')) return null;
  // The words of the table come with those of the staff pages, and only once it is opened.
  const toggle = () => {
    if (open) setOpen(false);
    else void loadStaffWords(language).then(() => setOpen(true));
  };
  return (
    <section className="block" id="was">
      <h2>{word('block.was')}</h2>
      <button type="button" className="opens" aria-expanded={open} onClick={toggle}>
        {word(open ? 'was.close' : 'was.open')}
      </button>
      {open ? <WasTable view={view} /> : null}
    </section>
  );
}
