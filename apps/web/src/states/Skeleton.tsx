import { useWords } from '../words/words.js';

/** Grey lines that keep the room of what is being fetched. */
export function Skeleton({ rows, tall = false }: { readonly rows: number; readonly tall?: boolean }) {
  const { word } = useWords();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{word('state.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div key={index} className={tall ? 'skeleton-block' : 'skeleton-line'} />
      ))}
    </div>
  );
}
