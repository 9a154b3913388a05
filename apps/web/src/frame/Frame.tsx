import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { loadFonts } from '../fonts/load-fonts.js';
import { browserStorage, storeLanguage } from '../words/language.js';
import { useWords, WordsProvider } from '../words/words.js';
import { ActingBand } from './ActingBand.js';
import { Footer } from './Footer.js';
import { Masthead } from './Masthead.js';

const languageRoute = getRouteApi('/$language');

/** The frame of every page in one language. */
export function Frame() {
  const words = languageRoute.useLoaderData();
  const language = words?.language;
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    storeLanguage(browserStorage(), language);
    return loadFonts(language);
  }, [language]);
  if (words === undefined) return null;
  return (
    <WordsProvider words={words}>
      <SkipLink />
      <Masthead />
      <ActingBand />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </WordsProvider>
  );
}

function SkipLink() {
  const { word } = useWords();
  return (
    <a className="skip" href="#content">
      {word('nav.skip')}
    </a>
  );
}
