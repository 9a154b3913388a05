import { useEffect } from 'react';
import { useWords } from './words.js';

/** Sets the title and the description of the page. */
export function usePageHead(title: string, description: string): void {
  const { word } = useWords();
  useEffect(() => {
    document.title = word('page.title', { title });
    document.querySelector('meta[name="description"]')?.setAttribute('content', description);
  }, [word, title, description]);
}
