import type { PartyRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import type { PageView } from '../page-view.js';
import { PartyLink } from './PartyLink.js';
import { holderTypeWords } from './party-words.js';

/** Parties as rows; each opens to its page. */
export function PartyTable({ view, rows }: { readonly view: PageView; readonly rows: readonly PartyRow[] }) {
  const { word, own } = useWords();
  return (
    <table className="ruled party-table">
      <caption className="unseen">{word('parties.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('parties.name')}</th>
          <th scope="col">{word('parties.code')}</th>
          <th scope="col">{word('parties.type')}</th>
          <th scope="col">{word('parties.area')}</th>
          <th scope="col" className="numeric">
            {word('parties.records')}
          </th>
          <th scope="col" className="numeric">
            {word('parties.names')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.party}>
            <th scope="row">
              <PartyLink view={view} party={row} />
            </th>
            <td data-heading={word('parties.code')}>{row.creditCode ?? '–'}</td>
            <td data-heading={word('parties.type')}>
              {word(holderTypeWords[row.holderType ?? ''] ?? 'parties.unknown')}
            </td>
            <td data-heading={word('parties.area')}>{own(row.area.names)}</td>
            <td className="numeric" data-heading={word('parties.records')}>
              <Count value={row.records} />
            </td>
            <td className="numeric" data-heading={word('parties.names')}>
              <Count value={row.names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
