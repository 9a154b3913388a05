import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { IndicatorListItem, IndicatorValue } from '@zhiheng/office';
import { areasQuery, indicatorsQuery, indicatorValuesQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { Facets } from './Facets.js';
import { IndicatorTable, walkNames } from './IndicatorTable.js';
import { facetNames, type IndicatorsState } from './indicators-state.js';
import { narrowed, type Values } from './narrow-indicators.js';

const route = getRouteApi('/$language/indicators');

const sections: readonly (readonly [heading: string, kinds: readonly IndicatorListItem['kind'][]])[] = [
  ['indicators.computed', ['flow', 'stock', 'duration', 'distribution']],
  ['indicators.made', ['ratio', 'growth', 'derived']],
  ['indicators.sampled', ['sample']],
  ['indicators.reported', ['reported']],
  ['indicators.slots', ['slot']],
];

/** Every indicator with its latest value, by where it comes from; words and conditions narrow the list. */
export function IndicatorsPage() {
  const { word, language } = useWords();
  const session = useSession();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(indicatorsQuery());
  const latest = useQuery(indicatorValuesQuery());
  const areas = useQuery(areasQuery());
  usePageHead(word('nav.indicators'), word('indicators.description'));
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  const set = (change: IndicatorsState) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const values: Values = valuesOf(latest);
  const all = list.data ?? [];
  const found = narrowed(all, state, values);
  const asked = state.words !== undefined || facetNames.some((name) => state[name] !== undefined);
  const shown = (kinds: readonly string[]) => found.filter(({ kind }) => kinds.includes(kind));
  return (
    // The keys walk from the field to the names and among them.
    <article className="page" onKeyDown={walkNames}>
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
        {/* biome-ignore lint/a11y/useSemanticElements: the browsers do not all know the element yet */}
        <div role="search" className="finding">
          <label className="choice search-field">
            <span>{word('indicators.search')}</span>
            <input
              type="search"
              value={state.words ?? ''}
              onChange={(event) => set({ words: event.target.value || undefined })}
            />
          </label>
          <Facets items={all} state={state} values={values} set={set} />
        </div>
        <p className="found" role="status">
          {list.data === undefined ? '\u00a0' : word('indicators.found', { n: found.length, all: all.length })}
          {asked ? (
            <button type="button" className="quiet" onClick={() => void navigate({ search: {}, replace: true })}>
              {word('indicators.clear')}
            </button>
          ) : null}
        </p>
      </header>
      {latest.error ? (
        <p className="empty-line" role="alert">
          {word('indicators.values-failed')}{' '}
          <button type="button" className="quiet" onClick={() => void latest.refetch()}>
            {word('error.retry')}
          </button>
        </p>
      ) : null}
      {latest.data?.some(({ dataset }) => dataset === 'synthetic') === true ? <SyntheticBand full /> : null}
      {list.isPending ? <Skeleton rows={12} /> : null}
      {list.data !== undefined && found.length === 0 ? (
        <EmptyState heading={word('indicators.none.heading')}>
          <p>{word(list.data.length === 0 ? 'indicators.none.advice' : 'indicators.none.other-words')}</p>
        </EmptyState>
      ) : null}
      {sections.map(([heading, kinds]) => (
        <IndicatorTable
          key={heading}
          heading={word(heading)}
          items={shown(kinds)}
          values={values}
          areas={areas.data ?? []}
        />
      ))}
    </article>
  );
}

/** Null while they are being fetched; none where they could not be. */
function valuesOf({ data, error }: Pick<UseQueryResult<IndicatorValue[]>, 'data' | 'error'>): Values {
  if (data === undefined) return error === null ? null : new Map();
  return new Map(data.map((one) => [one.indicator, one]));
}
