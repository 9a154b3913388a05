import type { PartyRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { nameDifference } from './name-difference.js';

export interface PartyNameProps {
  readonly party: PartyRow;
  /** The party beside it, from which it is told apart. */
  readonly beside?: PartyRow;
}

/** The name of a party, where it differs from another marked. */
export function PartyName({ party, beside }: PartyNameProps) {
  const { word } = useWords();
  if (party.aliasOf !== null)
    return <span className="withheld">{word('parties.alias', { party: party.aliasOf })}</span>;
  if (party.name === null) return <span className="withheld">{word('parties.no-name')}</span>;
  if (beside?.name == null) return <span lang="zh">{party.name}</span>;
  const { before, own, behind } = nameDifference(party.name, beside.name);
  return (
    <span lang="zh">
      {before}
      {own === '' ? null : <mark className="differs">{own}</mark>}
      {behind}
    </span>
  );
}
