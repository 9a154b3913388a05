import type { PartyRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import { holderTypeWords } from './party-words.js';

/** What is known of a party, line by line. */
export function PartyFacts({ party }: { readonly party: PartyRow }) {
  const { word, own } = useWords();
  const type = party.holderType === null ? undefined : holderTypeWords[party.holderType];
  return (
    <dl className="party-facts">
      <dt>{word('parties.id')}</dt>
      <dd>
        <code>{party.party}</code>
      </dd>
      <dt>{word('parties.code')}</dt>
      <dd>{party.creditCode === null ? '–' : <code>{party.creditCode}</code>}</dd>
      <dt>{word('parties.type')}</dt>
      <dd>{type === undefined ? '–' : word(type)}</dd>
      <dt>{word('parties.area')}</dt>
      <dd>{own(party.area.names)}</dd>
      <dt>{word('parties.records')}</dt>
      <dd>
        <Count value={party.records} />
      </dd>
      <dt>{word('parties.names')}</dt>
      <dd>
        <Count value={party.names} />
      </dd>
    </dl>
  );
}
