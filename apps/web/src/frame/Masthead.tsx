import { Link } from '@tanstack/react-router';
import { languages } from '@zhiheng/vocabulary';
import { lazy, Suspense } from 'react';
import { may, useSession } from '../api/session.js';
import { ownNames } from '../words/language.js';
import { useWords } from '../words/words.js';
import { PersonLinks } from './PersonLinks.js';
import { administrationRights, dataRights } from './page-rights.js';

const ScreeningLink = lazy(() => import('../screening/ScreeningLink.js'));

/** Name, ways, who is signed in, and languages; on a narrow page the ways stand in a bar at the bottom. */
export function Masthead() {
  const { word, language } = useWords();
  const session = useSession();
  return (
    <header className="masthead">
      <div className="masthead-row">
        <Link to="/$language" params={{ language }} className="brand">
          {word('brand')}
        </Link>
        <nav className="ways" aria-label={word('nav.label')}>
          <Link to="/$language" params={{ language }} activeOptions={{ exact: true, includeSearch: false }}>
            {word('nav.overview')}
          </Link>
          <Link to="/$language/indicators" params={{ language }} activeOptions={{ includeSearch: false }}>
            {word('nav.indicators')}
          </Link>
          <Link to="/$language/programme" params={{ language }} activeOptions={{ includeSearch: false }}>
            {word('nav.programme')}
          </Link>
          <Link to="/$language/reports" params={{ language }} activeOptions={{ includeSearch: false }}>
            {word('nav.reports')}
          </Link>
          {may(session, ...dataRights) ? (
            <Link to="/$language/data" params={{ language }} activeOptions={{ includeSearch: false }}>
              {word('nav.data')}
            </Link>
          ) : null}
          {may(session, 'screening:read') ? (
            <Suspense>
              <ScreeningLink />
            </Suspense>
          ) : null}
          {may(session, ...administrationRights) ? (
            <Link to="/$language/administration" params={{ language }} activeOptions={{ includeSearch: false }}>
              {word('nav.administration')}
            </Link>
          ) : null}
        </nav>
        {session === undefined ? null : <PersonLinks session={session} />}
        <LanguageLinks />
      </div>
    </header>
  );
}

/** The same page, with the same state, in each language. */
function LanguageLinks() {
  const { word, language: current } = useWords();
  return (
    <nav className="languages" aria-label={word('nav.languages')}>
      {languages.map((language) =>
        language === current ? (
          <span key={language} lang={language} aria-current="true">
            {ownNames[language]}
          </span>
        ) : (
          <Link key={language} lang={language} hrefLang={language} to="." params={{ language }} search={true}>
            {ownNames[language]}
          </Link>
        ),
      )}
    </nav>
  );
}
