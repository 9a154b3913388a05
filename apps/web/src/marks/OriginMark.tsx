import type { Origin } from '@zhiheng/vocabulary';
import { useWords } from '../words/words.js';

/** 公布值 at a published value, 估计值 at an estimated one; computed values carry none. */
export function OriginMark({ origin }: { readonly origin: Origin }) {
  const { word } = useWords();
  if (origin === 'computed') return null;
  return <span className="origin-mark">{word(origin === 'published' ? 'origin.published' : 'origin.estimated')}</span>;
}
