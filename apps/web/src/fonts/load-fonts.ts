import type { Language } from '@zhiheng/vocabulary';

/** Fallback faces for machines without Chinese system fonts; the browser fetches only the parts a page needs. */
const faces: Readonly<Record<Language, () => Promise<unknown>>> = {
  'zh-Hans': () => import('./simplified.js'),
  // Official names and titles of records stay simplified in traditional pages.
  'zh-Hant': () => Promise.all([import('./traditional.js'), import('./simplified.js')]),
  en: () => import('./simplified.js'),
};

/** Adds the faces once the page has been painted, so that they never hold it up. Gives back what cancels it. */
export function loadFonts(language: Language): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => void faces[language](), 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
