import { Link } from '@tanstack/react-router';
import type { Definition } from '@zhiheng/indicators';
import { may, useSession } from '../api/session.js';
import { indicatorKindWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

export function FigureHead({ definition }: { readonly definition: Definition }) {
  const { word, own, language } = useWords();
  const session = useSession();
  return (
    <header className="page-head">
      <p className="overline">
        <Link to="/$language/indicators" params={{ language }}>
          {word('nav.indicators')}
        </Link>
        {' · '}
        {word(indicatorKindWords[definition.kind])}
        {' · '}
        <code>{definition.id}</code>
        {may(session, 'definitions:read-drafts') ? (
          <>
            {' · '}
            <Link to="/$language/indicators/$indicator/edit" params={{ language, indicator: definition.id }}>
              {word('figure.edit')}
            </Link>
          </>
        ) : null}
      </p>
      <h1>
        {own(definition.names)}
        {definition.provisional ? <span className="provisional">{word('provisional')}</span> : null}
      </h1>
      <p className="subtitle">{own(definition.summary)}</p>
    </header>
  );
}
