import { Link } from '@tanstack/react-router';
import type { TargetAnswer } from '@zhiheng/office';
import { departmentName } from '../overview/department-name.js';
import { targetKindWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { AreaName } from './AreaName.js';

export function TargetHead({ answer }: { readonly answer: TargetAnswer }) {
  const words = useWords();
  const { word, own, language } = words;
  const { programme, verdict, provisional, effective, vintage } = answer;
  const owners = verdict.owners.map((owner) => departmentName(words, programme.departments, owner));
  return (
    <header className="page-head">
      <p className="overline">
        <Link to="/$language" params={{ language }} search={{ programme: programme.id }}>
          {word('overview.title', { year: String(programme.year) })}
        </Link>
        {' · '}
        {word(targetKindWords[verdict.kind])}
        {' · '}
        <code>{verdict.target}</code>
        {verdict.area === null ? null : (
          <>
            {' · '}
            <AreaName code={verdict.area} />
          </>
        )}
      </p>
      <h1>
        {own(verdict.names)}
        {provisional ? <span className="provisional">{word('target.rule-provisional')}</span> : null}
      </h1>
      <p className="subtitle document-title">
        <span>{own(programme.names)}</span>
        <span className="document-number">{programme.number}</span>
      </p>
      <ul className="dateline-facts target-facts">
        {owners.length === 0 ? null : (
          <li>
            {word(programme.ownersProposed ? 'target.owners-proposed' : 'target.owners', {
              owners: owners.join(word('list.comma')),
            })}
          </li>
        )}
        <li>{word('overview.effective', { day: effective })}</li>
        {vintage === null ? null : <li>{word('overview.vintage', { vintage: vintage.slice(0, 12) })}</li>}
      </ul>
    </header>
  );
}
