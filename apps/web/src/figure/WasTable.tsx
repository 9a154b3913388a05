import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FigureRevision } from '@zhiheng/office';
import { figureHistoryQuery } from '../api/vintage-queries.js';
import { ComparedNumber } from '../data/vintages/ComparedNumber.js';
import { cellText } from '../data/vintages/compared-cell.js';
import { reasonsText } from '../data/vintages/reasons-text.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { OwnText } from '../words/OwnText.js';
import { useMoments } from '../words/useMoments.js';
import { useWords } from '../words/words.js';
import type { FigureView } from './figure-view.js';
import './was.css';

/** The revisions of a figure, the newest first, each with who made it and why, and the editions that others published. */
export function WasTable({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const moments = useMoments();
  const { definition, choice, state } = view;
  const cell = {
    ...{ indicator: definition.id, area: choice.area, period: choice.period },
    ...{ by: choice.kind === null ? undefined : `kind=${choice.kind}`, statistic: choice.statistic ?? undefined },
    ...{ dataset: choice.source.dataset, office: state.office },
  };
  const { data, error, refetch } = useQuery(figureHistoryQuery(cell));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  if (data.revisions.length === 0 && data.editions.length === 0) {
    return <p className="empty-line">{word('was.none')}</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('block.was')} tabIndex={0}>
      <table className="was">
        <thead>
          <tr>
            {(['was.value', 'was.vintage', 'was.when', 'was.by', 'was.why'] as const).map((heading) => (
              <th key={heading} scope="col">
                {word(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.revisions.map((revision) => (
            <tr key={revision.vintage}>
              <td data-heading={word('was.value')}>
                <RevisedValue revision={revision} />
              </td>
              <td data-heading={word('was.vintage')}>
                {revision.vintage} · {revision.release}
              </td>
              <td data-heading={word('was.when')}>{moments.day(revision.createdAt)}</td>
              <td data-heading={word('was.by')}>
                {revision.computedBy.join(word('list.comma'))}
                {revision.publication === null
                  ? ''
                  : word('was.published', {
                      by: revision.publication.signedBy,
                      day: moments.day(revision.publication.time),
                    })}
              </td>
              <td data-heading={word('was.why')}>
                {!revision.revised || revision.before === null ? (
                  word(revision.before === null ? 'was.first' : 'was.unchanged')
                ) : (
                  <Link
                    to="/$language/data"
                    params={{ language: words.language }}
                    search={{
                      ...{ part: 'vintages', a: revision.before, b: revision.vintage },
                      ...{ indicator: cell.indicator, area: cell.area, period: cell.period, cell: cellText(cell) },
                    }}
                  >
                    {revision.reasons.length === 0 ? word('was.revised') : reasonsText(words, revision.reasons)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
          {data.editions.map(({ publication, superseded }) => (
            <tr key={`${publication.source}${publication.publishedOn}${publication.asPublished}`}>
              <td data-heading={word('was.value')}>{words.own(publication.words.asPublished)}</td>
              <td data-heading={word('was.vintage')}>{word('origin.published')}</td>
              <td data-heading={word('was.when')}>{publication.publishedOn ?? '–'}</td>
              <td data-heading={word('was.by')}>
                <OwnText text={publication.words.source} />
              </td>
              <td data-heading={word('was.why')}>{superseded ? word('was.superseded') : word('was.holds')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RevisedValue({ revision: { values } }: { readonly revision: FigureRevision }) {
  const { word } = useWords();
  const [told] = values;
  if (told === undefined) return <>–</>;
  const row = {
    ...{ unit: told.unit, before: told.value, after: told.value },
    ...{ beforeStatus: told.status, afterStatus: told.status },
  };
  return (
    <>
      <ComparedNumber row={row} side="after" />
      {told.dataset === 'synthetic' ? ` ${word('synthetic')}` : ''}
    </>
  );
}
