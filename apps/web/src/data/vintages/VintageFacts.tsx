import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { vintageQuery } from '../../api/vintage-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';

/** What a vintage rests on, by hashes, and how many values each indicator has. */
export function VintageFacts({ name }: { readonly name: string }) {
  const { word, own } = useWords();
  const { data, error, refetch } = useQuery(vintageQuery(name));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={6} />;
  const facts: readonly (readonly [string, string])[] = [
    [word('vintages.fact.manifest'), data.hash],
    [word('vintages.fact.release'), data.releaseHash],
    ...Object.entries(data.reference).map(([file, hash]) => [word('vintages.fact.reference', { file }), hash] as const),
  ];
  return (
    <div className="vintage-facts">
      <dl className="facts">
        <dt>{word('vintages.fact.position')}</dt>
        <dd>{data.ledgerPosition}</dd>
        <dt>{word('vintages.fact.compiler')}</dt>
        <dd>{data.compiler}</dd>
        <dt>{word('vintages.fact.values')}</dt>
        <dd>
          <Count value={data.values} />
        </dd>
        {facts.map(([label, hash]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <code className="hash">{hash}</code>
            </dd>
          </Fragment>
        ))}
      </dl>
      <details>
        <summary>{word('vintages.fact.definitions', { n: data.definitions.length })}</summary>
        <table>
          <caption className="unseen">{word('vintages.fact.definitions', { n: data.definitions.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{word('vintages.column.indicator')}</th>
              <th scope="col" className="numeric">
                {word('vintages.fact.values')}
              </th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {data.definitions.map(({ id, names, values, hash }) => (
              <tr key={id}>
                <th scope="row">{own(names)}</th>
                <td className="numeric">{values === null ? '–' : <Count value={values} />}</td>
                <td>
                  <code className="hash">{hash.slice(0, 16)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
