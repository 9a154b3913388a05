import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { areasQuery, indicatorQuery } from '../api/queries.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { AfterNumbers } from './AfterNumbers.js';
import { seriesOf } from './choose-figure.js';
import { FigureHead } from './FigureHead.js';
import { FigureRail } from './FigureRail.js';
import type { FigureState } from './figure-state.js';
import type { FigureView } from './figure-view.js';
import { Sentence } from './Sentence.js';
import { TrendBlock } from './TrendBlock.js';
import { useFigureRows } from './useFigureRows.js';

const FigureParts = lazy(async () => ({ default: (await import('./FigureParts.js')).FigureParts }));
const MadeBlock = lazy(async () => ({ default: (await import('./MadeBlock.js')).MadeBlock }));

const RegionsBlock = lazy(async () => ({ default: (await import('./RegionsBlock.js')).RegionsBlock }));
const SlotBlock = lazy(async () => ({ default: (await import('./SlotBlock.js')).SlotBlock }));

const route = getRouteApi('/$language/indicators/$indicator');

/** One indicator: its figure, how it stands over time and places, how it is made and what it is made of. */
export function FigurePage() {
  const { word, own } = useWords();
  const { indicator } = route.useParams();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery(indicatorQuery(indicator));
  const areas = useQuery(areasQuery());
  const definition = answer.data?.definition;
  const figures = useFigureRows(definition, indicator, state);
  const name = definition === undefined ? indicator : own(definition.names);
  usePageHead(name, definition === undefined ? name : own(definition.summary));
  const error = answer.error ?? areas.error ?? figures.error;
  if (error) {
    const retry = () => {
      void answer.refetch();
      void areas.refetch();
      figures.retry();
    };
    return <ErrorState error={error} retry={retry} />;
  }
  if (
    answer.data === undefined ||
    definition === undefined ||
    areas.data === undefined ||
    figures.yearly === undefined
  ) {
    return (
      <article className="page">
        <header className="page-head">
          <h1>{name === indicator ? '\u00a0' : name}</h1>
        </header>
        <Skeleton rows={3} />
        <Skeleton rows={1} tall />
        <Skeleton rows={8} />
      </article>
    );
  }
  const set = (change: FigureState) =>
    void navigate({ search: (before) => withoutGaps({ ...before, page: undefined, ...change }), resetScroll: false });
  const { choice } = figures;
  if (choice === null || definition.kind === 'slot') {
    return (
      <article className="page">
        <FigureHead definition={definition} />
        {definition.kind === 'slot' ? (
          <Suspense fallback={<Skeleton rows={3} />}>
            <SlotBlock definition={definition} />
          </Suspense>
        ) : (
          <EmptyState heading={word('figure.empty.heading')}>
            <p>{word('figure.empty.advice')}</p>
          </EmptyState>
        )}
        <AfterNumbers>
          <MadeBlock answer={answer.data} tab={state.made} set={set} />
        </AfterNumbers>
      </article>
    );
  }
  const rows = figures.rows ?? [];
  const row = seriesOf(rows, choice).find((one) => one.period === choice.period) ?? null;
  const view: FigureView = {
    ...{ definition, codes: answer.data.codes, choice, areas: areas.data, yearly: figures.yearly, rows, row },
    ...{ state, set },
  };
  return (
    <article className="page with-rail">
      <FigureRail view={view} />
      <div className="figure-body">
        <FigureHead definition={definition} />
        {choice.source.dataset === 'synthetic' ? <SyntheticBand full /> : null}
        <Sentence view={view} waiting={figures.rows === undefined} />
        <TrendBlock view={view} />
        <AfterNumbers>
          <RegionsBlock view={view} />
          <FigureParts view={view} answer={answer.data} />
        </AfterNumbers>
      </div>
    </article>
  );
}
