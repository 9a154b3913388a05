import { useQuery } from '@tanstack/react-query';
import type { UnresolvedRow } from '@zhiheng/office';
import { unresolvedQuery } from '../../api/data-queries.js';
import { useWords } from '../../words/words.js';
import { AddressText } from './AddressText.js';

export interface AlikeAddressesProps {
  readonly row: UnresolvedRow;
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

const mostShown = 50;

/** Other open addresses with the same candidates, to be settled the same way at once; none is ticked unless a person does. */
export function AlikeAddresses({ row, chosen, choose }: AlikeAddressesProps) {
  const { word } = useWords();
  const candidates = row.candidates.map(({ area }) => area).join();
  const { data } = useQuery(unresolvedQuery({ candidates, limit: mostShown + 1 }));
  const others = (data?.rows ?? []).filter(({ id }) => id !== row.id).slice(0, mostShown);
  if (others.length === 0) return null;
  const all = others.map(({ id }) => id);
  const every = chosen.length === all.length;
  return (
    <fieldset className="alike">
      <legend>{word('settling.alike', { n: row.alike })}</legend>
      <button type="button" className="quiet" onClick={() => choose(every ? [] : all)}>
        {word(every ? 'settling.alike.none' : 'settling.alike.all')}
      </button>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <label className="radio">
              <input
                type="checkbox"
                checked={chosen.includes(one.id)}
                onChange={(event) =>
                  choose(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
                }
              />
              <AddressText row={one} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
