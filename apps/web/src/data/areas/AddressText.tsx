import type { UnresolvedRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';

/** An address with the parts marked that name areas. */
export function AddressText({ row }: { readonly row: UnresolvedRow }) {
  const { word } = useWords();
  if (row.text === null) return <span className="withheld">{word('settling.masked')}</span>;
  const spans = [...row.evidence, ...row.candidates.flatMap(({ found }) => (found === null ? [] : [found]))]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    if (start > at) parts.push({ text: row.text.slice(at, start), marked: false, at });
    parts.push({ text: row.text.slice(start, end), marked: true, at: start });
    at = end;
  }
  parts.push({ text: row.text.slice(at), marked: false, at });
  return (
    <span className="address" lang="zh">
      {parts.map((part) => (part.marked ? <mark key={part.at}>{part.text}</mark> : part.text))}
    </span>
  );
}
