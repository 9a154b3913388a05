import { Link } from '@tanstack/react-router';
import type { CheckStanding } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { checkName } from './check-words.js';

export interface CheckLinkProps {
  readonly check: Pick<CheckStanding, 'id' | 'names'>;
  readonly release: string | undefined;
}

/** The name of a check, which opens its page over the same records. */
export function CheckLink({ check, release }: CheckLinkProps) {
  const words = useWords();
  return (
    <Link
      to="/$language/data"
      params={{ language: words.language }}
      search={{ part: 'checks', check: check.id, ...(release === undefined ? {} : { release }) }}
    >
      {checkName(words, check)}
    </Link>
  );
}
