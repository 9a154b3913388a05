import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { IndicatorListItem } from '@zhiheng/office';
import { isUnit } from '@zhiheng/vocabulary';
import { indicatorsQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { symbolOf } from '../numbers/quantity.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { indicatorKindWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { matches } from './match-indicator.js';

const route = getRouteApi('/$language/indicators');

/** Every indicator: those counted from records first, then the series that others publish. */
export function IndicatorsPage() {
  const { word, language } = useWords();
  const session = useSession();
  const { words: sought } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(indicatorsQuery());
  usePageHead(word('nav.indicators'), word('indicators.description'));
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  const found = (list.data ?? []).filter((item) => matches(item, sought ?? ''));
  const computed = found.filter((item) => item.kind !== 'reported');
  const reported = found.filter((item) => item.kind === 'reported');
  return (
    <article className="page">
      <header className="page-head">
        <h1>{word('nav.indicators')}</h1>
        <p className="subtitle">
          {word('indicators.description')}
          {may(session, 'definitions:draft') ? (
            <>
              {' · '}
              <Link to="/$language/indicators/new" params={{ language }}>
                {word('indicators.new')}
              </Link>
            </>
          ) : null}
        </p>
        <label className="choice search-field">
          <span>{word('indicators.search')}</span>
          <input
            type="search"
            value={sought ?? ''}
            onChange={(event) =>
              void navigate({ search: { words: event.target.value || undefined }, replace: true, resetScroll: false })
            }
          />
        </label>
      </header>
      {list.isPending ? <Skeleton rows={12} /> : null}
      {list.data !== undefined && found.length === 0 ? (
        <EmptyState heading={word('indicators.none.heading')}>
          <p>{word(list.data.length === 0 ? 'indicators.none.advice' : 'indicators.none.other-words')}</p>
        </EmptyState>
      ) : null}
      <IndicatorTable heading={word('indicators.computed')} items={computed} />
      <IndicatorTable heading={word('indicators.reported')} items={reported} />
    </article>
  );
}

function IndicatorTable({
  heading,
  items,
}: {
  readonly heading: string;
  readonly items: readonly IndicatorListItem[];
}) {
  const { word, own, language } = useWords();
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        {heading} <span className="count">{items.length}</span>
      </h2>
      <table className="indicators">
        <thead>
          <tr>
            <th scope="col">{word('indicators.column.name')}</th>
            <th scope="col">{word('indicators.column.kind')}</th>
            <th scope="col">{word('indicators.column.unit')}</th>
            <th scope="col">{word('indicators.column.id')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Link className="opens" to="/$language/indicators/$indicator" params={{ language, indicator: item.id }}>
                  {own(item.names)}
                </Link>
                {item.provisional ? <span className="provisional">{word('provisional')}</span> : null}
              </th>
              <td>{word(indicatorKindWords[item.kind])}</td>
              <td className="unit">{isUnit(item.unit) ? symbolOf(item.unit, language) || '–' : item.unit}</td>
              <td>
                <code>{item.id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
