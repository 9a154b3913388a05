import type { ReleaseAnswer, RunningJob } from '@zhiheng/office';
import { sizeText } from '../../numbers/size-text.js';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import { tableWords } from './table-words.js';
import { VerifyCell } from './VerifyCell.js';

export interface ReleaseTableProps {
  readonly releases: readonly ReleaseAnswer[];
  readonly jobs: readonly RunningJob[];
  readonly mayVerify: boolean;
}

/** Releases, the newest first: what they hold, and what they share with the one before. */
export function ReleaseTable({ releases, jobs, mayVerify }: ReleaseTableProps) {
  const { word } = useWords();
  return (
    <table className="releases">
      <caption className="unseen">{word('releases.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('releases.column.name')}</th>
          <th scope="col">{word('releases.column.holds')}</th>
          <th scope="col">{word('releases.column.bytes')}</th>
          {mayVerify ? <th scope="col">{word('releases.column.verify')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <tr key={release.release}>
            <th scope="row">
              <strong>{release.release}</strong>
              <br />
              <span className="unit">
                <TimeText time={release.createdAt} />
              </span>
            </th>
            <td>
              <Holds release={release} />
            </td>
            <td>
              <Shared release={release} />
            </td>
            {mayVerify ? (
              <td>
                <VerifyCell name={release.release} jobs={jobs} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Holds({ release: { tables } }: { readonly release: ReleaseAnswer }) {
  const { word } = useWords();
  const counts = Object.entries(tables).sort(([, a], [, b]) => b - a);
  const main = counts.filter(([table]) => tableWords[table] !== undefined);
  return (
    <>
      <ul className="holds">
        {main.map(([table, rows]) => (
          <li key={table}>
            {word(tableWords[table] ?? '')}{' '}
            <b>
              <Count value={rows} />
            </b>
          </li>
        ))}
      </ul>
      <details>
        <summary>{word('releases.tables', { n: counts.length })}</summary>
        <dl className="facts">
          {counts.map(([table, rows]) => (
            <div key={table}>
              <dt>
                <code>{table}</code>
              </dt>
              <dd>
                <Count value={rows} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** New and shared bytes as one bar: a month of changes adds about a month. */
function Shared({ release }: { readonly release: ReleaseAnswer }) {
  const { word, language } = useWords();
  const { bytes, sharedBytes, segments, sharedSegments } = release;
  const fresh = bytes - sharedBytes;
  const text = word('releases.bytes', {
    fresh: sizeText(fresh, language),
    shared: sizeText(sharedBytes, language),
    newSegments: segments - sharedSegments,
    sharedSegments,
  });
  const share = bytes === 0 ? 0 : (fresh / bytes) * 120;
  return (
    <>
      <svg className="share-bar" width="120" height="8" viewBox="0 0 120 8" aria-hidden="true">
        <rect width="120" height="8" className="share-old" />
        <rect width={Math.max(1, share)} height="8" className="share-new" />
      </svg>
      <span className="unit">{text}</span>
    </>
  );
}
