import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PastLoad } from '@zhiheng/office';
import { loadsQuery } from '../../api/data-queries.js';
import { sizeText } from '../../numbers/size-text.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { TimeText } from '../../staff/TimeText.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../FileName.js';
import type { PageView } from '../page-view.js';
import { SumCells, SumHeads, Sums } from '../Sums.js';

/** The loads that stand, the newest first, and the sum of all of them. */
export function PastLoads({ view }: { readonly view: PageView }) {
  const { word } = useWords();
  const turned = view.state.page === undefined ? [] : view.state.page.split('~');
  const { data, error, refetch } = useQuery({ ...loadsQuery(turned.at(-1)), placeholderData: keepPreviousData });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={6} />;
  if (data.total === 0) {
    return (
      <EmptyState heading={word('loads.none.heading')}>
        <p>{word('loads.none.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="remark">{word('loads.all')}</p>
      <Sums sums={data.sums} />
      <table className="sum-table loads">
        <caption className="unseen">{word('loads.past')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('loads.column.number')}</th>
            <th scope="col">{word('loads.column.time')}</th>
            <th scope="col">{word('loads.column.files')}</th>
            <SumHeads />
          </tr>
        </thead>
        <tbody>
          {data.rows.map((load) => (
            <tr key={load.revision}>
              <th scope="row">{load.revision}</th>
              <td data-heading={word('loads.column.time')}>
                <TimeText time={load.time} /> <span className="unit">{load.person}</span>
              </td>
              <td className="load-files">
                <LoadFiles load={load} />
              </td>
              <SumCells sums={load} />
            </tr>
          ))}
        </tbody>
      </table>
      <PageTurns view={view} turned={turned} next={data.next === null ? null : String(data.next)} />
    </>
  );
}

function LoadFiles({ load }: { readonly load: PastLoad }) {
  const { word, language } = useWords();
  const [first] = load.files;
  if (first === undefined) return <>–</>;
  const correction = load.corrects === null ? null : word('loads.correction', { id: load.corrects });
  if (load.files.length === 1) {
    return (
      <>
        {correction ?? <FileName path={first.path} />}{' '}
        <span className="unit">
          {first.format} · {sizeText(first.bytes, language)}
        </span>
      </>
    );
  }
  return (
    <details>
      <summary>
        {word('loads.files', { n: load.files.length })} <span className="unit">{sizeText(load.bytes, language)}</span>
      </summary>
      <ul>
        {load.files.map((file) => (
          <li key={file.path}>
            <FileName path={file.path} />{' '}
            <span className="unit">
              {file.format} · {sizeText(file.bytes, language)} · {word('sums.read')} {file.read} ·{' '}
              {word('sums.quarantined')} {file.quarantined}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
