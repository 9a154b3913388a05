import { useWords } from '../words/words.js';

export interface PageTurnsProps {
  /** Takes the keys of the pages turned, joined by `~`. */
  readonly view: { readonly set: (change: { readonly page?: string | undefined }) => void };
  /** Keys of the pages turned, the newest last. */
  readonly turned: readonly string[];
  /** Key of the page behind; null on the last one. */
  readonly next: string | null;
}

/** Back and forth through pages by key; nothing where there is only one. */
export function PageTurns({ view, turned, next }: PageTurnsProps) {
  const { word } = useWords();
  if (turned.length === 0 && next === null) return null;
  const turn = (keys: readonly string[]) => view.set({ page: keys.length === 0 ? undefined : keys.join('~') });
  return (
    <nav className="pages" aria-label={word('records.pages')}>
      <button type="button" disabled={turned.length === 0} onClick={() => turn(turned.slice(0, -1))}>
        {word('records.before')}
      </button>
      <span>{word('records.page', { page: turned.length + 1 })}</span>
      <button
        type="button"
        disabled={next === null}
        onClick={() => (next === null ? undefined : turn([...turned, next]))}
      >
        {word('records.next')}
      </button>
    </nav>
  );
}
