import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Width of the text on A4 between the margins of `print.css`, in CSS pixels. */
export const paperWidth = 670;

/** True while the page is made ready for paper; what depends on it stands there before the first sheet is laid out. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const set = (on: boolean) => () => flushSync(() => setPrinting(on));
    const [begin, end] = [set(true), set(false)];
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
