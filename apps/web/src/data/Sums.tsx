import type { RecordSums } from '@zhiheng/records';
import { useWords } from '../words/words.js';
import { Count } from './Count.js';

const parts = ['loaded', 'replaced', 'duplicates', 'ignored', 'quarantined'] as const;
const partWords = {
  loaded: 'sums.loaded',
  replaced: 'sums.replaced',
  duplicates: 'sums.duplicates',
  ignored: 'sums.ignored',
  quarantined: 'sums.quarantined',
} as const;

/** What was read, and the five that it is the sum of: nothing is lost on the way. */
export function Sums({ sums }: { readonly sums: RecordSums }) {
  const { word } = useWords();
  return (
    <dl className="sums">
      <div className="sum">
        <dt>{word('sums.read')}</dt>
        <dd>
          <Count value={sums.read} />
        </dd>
      </div>
      {parts.map((part, index) => (
        <div key={part} className={part === 'quarantined' && sums[part] > 0 ? 'sum held' : 'sum'}>
          <dt>{word(partWords[part])}</dt>
          <dd>
            <span className="sign" aria-hidden="true">
              {index === 0 ? '=' : '+'}
            </span>
            <Count value={sums[part]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Heads of the six columns of a table of sums. */
export function SumHeads() {
  const { word } = useWords();
  return (
    <>
      <th scope="col" className="numeric">
        {word('sums.read')}
      </th>
      {parts.map((part) => (
        <th key={part} scope="col" className="numeric">
          {word(partWords[part])}
        </th>
      ))}
    </>
  );
}

export function SumCells({ sums }: { readonly sums: RecordSums }) {
  const { word } = useWords();
  return (
    <>
      <td className="numeric" data-heading={word('sums.read')}>
        <Count value={sums.read} />
      </td>
      {parts.map((part) => (
        <td key={part} className="numeric" data-heading={word(partWords[part])}>
          <Count value={sums[part]} />
        </td>
      ))}
    </>
  );
}
