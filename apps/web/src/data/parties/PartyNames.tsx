import type { PartyAnswer } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';

/** The ways in which records tell a party. */
export function PartyNames({ names }: { readonly names: PartyAnswer['names'] }) {
  const { word } = useWords();
  return (
    <table className="ruled party-names">
      <caption className="unseen">{word('parties.told-as')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('parties.name')}</th>
          <th scope="col">{word('parties.code')}</th>
          <th scope="col">{word('parties.area')}</th>
          <th scope="col" className="numeric">
            {word('parties.rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map(({ name, creditCode, country, area, rows }) => (
          <tr key={`${name} ${creditCode} ${country} ${area}`}>
            <th scope="row" lang="zh">
              {name ?? word('parties.no-name')}
            </th>
            <td data-heading={word('parties.code')}>{creditCode ?? '–'}</td>
            <td data-heading={word('parties.area')}>{area}</td>
            <td className="numeric" data-heading={word('parties.rows')}>
              <Count value={rows} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
