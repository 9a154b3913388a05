import { Link } from '@tanstack/react-router';
import type { DraftRow } from '@zhiheng/office';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';
import { draftStateWords } from './draft-words.js';

/** Drafts of definitions with their state, each with the way to its page. */
export function OpenDrafts({ drafts }: { readonly drafts: readonly DraftRow[] }) {
  const { word, own, language } = useWords();
  return (
    <ul className="lines">
      {drafts.map(({ draft, indicator, names, state, takesBack, writtenBy, changedAt }) => (
        <li key={draft}>
          <span>
            <Link className="opens" to="/$language/indicators/$indicator/edit" params={{ language, indicator }}>
              {names === null ? indicator : own(names)}
            </Link>{' '}
            <span className="unit">
              {takesBack === null ? null : `${word('drafts.taking-back')} · `}
              {word('drafts.by', { persons: writtenBy.join(word('list.comma')) })}
              {' · '}
              <TimeText time={changedAt} />
            </span>
          </span>
          <span>{word(draftStateWords[state])}</span>
        </li>
      ))}
    </ul>
  );
}
