import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.js';

export interface ShownLinkProps {
  /** A clue, a group or an application. */
  readonly id: string;
  readonly run: string | undefined;
  readonly children?: ReactNode;
}

/** Opens a clue, a group or what is known of an application, in the same run. */
export function ShownLink({ id, run, children }: ShownLinkProps) {
  const { language } = useWords();
  return (
    <Link className="opens" to="/$language/screening/$id" params={{ language, id }} search={{ run }}>
      {children ?? <code>{id}</code>}
    </Link>
  );
}
