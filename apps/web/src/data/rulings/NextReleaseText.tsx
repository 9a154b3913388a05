import type { NextRelease } from '@zhiheng/office';
import { useWords } from '../../words/words.js';

/** What the next release takes in, or leaves out, against the newest. */
export function NextReleaseText({ change: { newest, taken, left, records } }: { readonly change: NextRelease }) {
  const { word } = useWords();
  if (taken + left === 0) return <p className="remark">{word('rulings.next-same')}</p>;
  return (
    <p className="remark next-release">
      {word('rulings.next', { taken, left, records })}
      {newest === null ? null : ` ${word('rulings.next-against', { newest })}`}
    </p>
  );
}
