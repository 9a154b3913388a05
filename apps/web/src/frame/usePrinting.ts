import { useSyncExternalStore } from 'react';

/** Width of the text on A4 between the margins of `print.css`, in CSS pixels. */
export const paperWidth = 670;

let printing = false;

function listen(changed: () => void): () => void {
  const set = (on: boolean) => () => {
    printing = on;
    changed();
  };
  const [begin, end] = [set(true), set(false)];
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** True while the page is made ready for paper; what depends on it is drawn before the first sheet is laid out. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, () => printing);
}
