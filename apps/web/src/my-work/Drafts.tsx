import type { MyWorkAnswer } from '@zhiheng/office';
import { OpenDrafts } from '../definitions/OpenDrafts.js';
import { useWords } from '../words/words.js';

/** Drafts of definitions that wait for whoever is signed in. */
export function Drafts({ drafts }: { readonly drafts: MyWorkAnswer['drafts'] }) {
  const { word } = useWords();
  if (drafts.length === 0) return null;
  return (
    <section className="block">
      <h2>{word('drafts.heading')}</h2>
      <p className="remark">{word('drafts.explained')}</p>
      <OpenDrafts drafts={drafts} />
    </section>
  );
}
