import { Link } from '@tanstack/react-router';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';

export function NotFoundPage() {
  const { word, language } = useWords();
  usePageHead(word('not-found.heading'), word('not-found.text'));
  return (
    <section className="state page">
      <h1>{word('not-found.heading')}</h1>
      <p>{word('not-found.text')}</p>
      <p>
        <Link to="/$language" params={{ language }}>
          {word('nav.overview')}
        </Link>
        {' · '}
        <Link to="/$language/indicators" params={{ language }}>
          {word('nav.indicators')}
        </Link>
        {' · '}
        <Link to="/$language/data" params={{ language }}>
          {word('nav.data')}
        </Link>
      </p>
    </section>
  );
}
