import { Link } from '@tanstack/react-router';
import type { PartyRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { PartyName } from './PartyName.js';

export interface PartyLinkProps {
  readonly view: PageView;
  readonly party: PartyRow;
  /** The party beside it, whose facts stand below: then the id does too. */
  readonly beside?: PartyRow;
}

/** A party's name that opens its page; what was open before stays in the address, so that it can be gone back to. */
export function PartyLink({ view, party, beside }: PartyLinkProps) {
  const { language } = useWords();
  return (
    <span>
      <Link
        to="/$language/data"
        params={{ language }}
        search={{ ...view.state, party: party.party }}
        resetScroll={false}
      >
        <PartyName party={party} {...(beside === undefined ? {} : { beside })} />
      </Link>
      {beside === undefined ? <code className="entry-id">{party.party}</code> : null}
    </span>
  );
}
