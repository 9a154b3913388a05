import { useState } from 'react';
import type { OrganisationAnswer } from '../../api/people-queries.js';
import { useWords } from '../../words/words.js';
import { type OrganisationNode, treeOf } from './organisation-tree.js';

export interface OrganisationTreeProps {
  readonly organisations: readonly OrganisationAnswer[];
  readonly chosen: string | null;
  readonly words: string;
  readonly choose: (id: string) => void;
}

/** The tree of organisations; a branch folds, a search shows what it finds as a list. */
export function OrganisationTree({ organisations, chosen, words, choose }: OrganisationTreeProps) {
  const { word, own } = useWords();
  if (words.trim() === '') {
    return (
      <ul className="tree">
        {treeOf(organisations).map((node) => (
          <Branch key={node.organisation.id} node={node} level={0} chosen={chosen} choose={choose} />
        ))}
      </ul>
    );
  }
  const wanted = words.trim().toLowerCase();
  const found = organisations.filter(({ id, names }) =>
    `${id} ${Object.values(names).join(' ')}`.toLowerCase().includes(wanted),
  );
  if (found.length === 0) return <p className="empty-line">{word('organisations.none-found')}</p>;
  return (
    <ul className="tree">
      {found.map((organisation) => (
        <li key={organisation.id} className="tree-line">
          <OrganisationButton
            organisation={organisation}
            chosen={chosen}
            choose={choose}
            name={own(organisation.names)}
          />
        </li>
      ))}
    </ul>
  );
}

interface BranchProps {
  readonly node: OrganisationNode;
  readonly level: number;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

function Branch({ node: { organisation, below }, level, chosen, choose }: BranchProps) {
  const { word, own } = useWords();
  const [open, setOpen] = useState(level === 0);
  const name = own(organisation.names);
  return (
    <li>
      <span className="tree-line">
        {below.length === 0 ? (
          <span className="fold" />
        ) : (
          <button
            type="button"
            className="fold"
            aria-expanded={open}
            aria-label={word('organisations.fold', { name })}
            onClick={() => setOpen(!open)}
          >
            <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
              <path d={open ? 'M0 1.5h8L4 7z' : 'M1.5 0v8L7 4z'} fill="currentColor" />
            </svg>
          </button>
        )}
        <OrganisationButton organisation={organisation} chosen={chosen} choose={choose} name={name} />
      </span>
      {open && below.length > 0 ? (
        <ul>
          {below.map((node) => (
            <Branch key={node.organisation.id} node={node} level={level + 1} chosen={chosen} choose={choose} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface OrganisationButtonProps {
  readonly organisation: OrganisationAnswer;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly name: string;
}

function OrganisationButton({ organisation, chosen, choose, name }: OrganisationButtonProps) {
  const { word } = useWords();
  return (
    <button
      type="button"
      className="opens"
      aria-pressed={organisation.id === chosen}
      onClick={() => choose(organisation.id)}
    >
      {name}
      {organisation.closedOn === null ? null : (
        <span className="unit"> {word('organisations.closed-on', { day: organisation.closedOn })}</span>
      )}
    </button>
  );
}
