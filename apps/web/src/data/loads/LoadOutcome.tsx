import { Link } from '@tanstack/react-router';
import type { LoadResult } from '@zhiheng/records';
import { FaultText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../FileName.js';
import { SumCells, SumHeads, Sums } from '../Sums.js';

/** What a load brought: the sum, and each file with its own, or with what is wrong with it. */
export function LoadOutcome({ result }: { readonly result: LoadResult }) {
  const { word, language } = useWords();
  const faults = result.files.filter(({ error }) => error !== undefined);
  const several = result.files.length > 1;
  return (
    <div className="outcome">
      <Sums sums={result} />
      {faults.map(({ path, error, keptComplete }) =>
        error === undefined ? null : (
          <p key={path} className="problem">
            <FileName path={path} />{' '}
            <FaultText
              code={error.code}
              place={{ ...error.place }}
              found={error.found}
              expected={error.expected}
              message={error.message}
            />{' '}
            {word(keptComplete === true ? 'loads.kept-complete' : 'loads.nothing-kept')}
          </p>
        ),
      )}
      {several ? (
        <details>
          <summary>{word('loads.files', { n: result.files.length })}</summary>
          <table className="sum-table">
            <thead>
              <tr>
                <th scope="col">{word('loads.column.file')}</th>
                <th scope="col">{word('loads.column.format')}</th>
                <SumHeads />
              </tr>
            </thead>
            <tbody>
              {result.files.map((file) => (
                <tr key={file.path}>
                  <th scope="row">
                    <FileName path={file.path} />
                  </th>
                  <td data-heading={word('loads.column.format')}>{file.format ?? '–'}</td>
                  <SumCells sums={file} />
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
      {result.quarantined === 0 ? null : (
        <p>
          <Link to="/$language/data" params={{ language }} search={{ part: 'quarantine' }} resetScroll={false}>
            {word('loads.to-quarantine', { n: result.quarantined })}
          </Link>
        </p>
      )}
    </div>
  );
}
