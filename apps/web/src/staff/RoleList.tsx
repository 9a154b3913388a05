import type { ReactNode } from 'react';
import type { RoleGrantAnswer } from '../api/people-queries.js';
import { useWords } from '../words/words.js';
import { grantStateWords, roleWords } from './people-words.js';
import { useAreaNames } from './useAreaNames.js';

export interface RoleListProps {
  readonly roles: readonly RoleGrantAnswer[];
  readonly acts?: (grant: RoleGrantAnswer) => ReactNode;
}

/** Roles with their areas and days, and what can be done about each. */
export function RoleList({ roles, acts }: RoleListProps) {
  const { word } = useWords();
  const { textOf } = useAreaNames(roles.flatMap(({ areas }) => (areas === 'everywhere' ? [] : areas)));
  return (
    <ul className="roles">
      {roles.map((grant) => (
        <li key={grant.id} className={`grant grant-${grant.state}`}>
          <strong>{word(roleWords[grant.role])}</strong>
          <span>{textOf(grant.areas)}</span>
          <span className="unit">
            {word(grant.to === null ? 'validity.open' : 'validity.closed', { from: grant.from, to: grant.to ?? '' })}
          </span>
          {grant.state === 'granted' ? null : <span className="unit">{word(grantStateWords[grant.state] ?? '')}</span>}
          {acts?.(grant)}
        </li>
      ))}
    </ul>
  );
}
