import { useMemo } from 'react';
import { figuresFile } from '../api/queries.js';
import { ChartBlock } from '../charts/ChartBlock.js';
import { notesOf, TrendChart } from '../charts/TrendChart.js';
import { periodName, periodTick } from '../numbers/period-name.js';
import { isRatio, symbolOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';
import { choiceName, fileName } from './choice-names.js';
import { seriesOf, withinValues } from './choose-figure.js';
import type { FigureView } from './figure-view.js';
import { TrendTable } from './TrendTable.js';
import { trendOf } from './trend-series.js';

/** The figure over the periods; published and computed values are separate lines. */
export function TrendBlock({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word, language } = words;
  const { choice, definition } = view;
  const trend = useMemo(() => trendOf(words, view), [words, view]);
  const synthetic = choice.source.dataset === 'synthetic' ? word('synthetic') : null;
  const title = `${words.own(definition.names)} · ${choiceName(words, view.areas, choice)}`;
  return (
    <section className="block" id="trend">
      <h2>{word('block.trend')}</h2>
      {trend === null ? (
        <p className="empty-line">{word('trend.empty')}</p>
      ) : (
        <>
          <p className="axis-unit unit">{symbolOf(trend.unit, language)}</p>
          <ChartBlock
            className="trend-chart"
            fileName={fileName(words, 'trend', choice, { indicator: definition.id })}
            csv={seriesFile(view)}
            draw={(width) => (
              <TrendChart
                id="trend-chart"
                width={width}
                height={260}
                series={trend.series}
                periods={trend.periods}
                now={choice.period}
                current={trend.current}
                fromZero={!isRatio(trend.unit)}
                title={title}
                description={trend.description}
                tickText={trend.tickText}
                periodText={periodTick}
                synthetic={synthetic}
              />
            )}
            notes={<Notes notes={notesOf(trend.series)} />}
            table={<TrendTable view={view} />}
          />
        </>
      )}
    </section>
  );
}

/** The values of the line shown, as CSV. */
function seriesFile({ definition, choice, rows, state }: FigureView): string {
  return figuresFile({
    indicator: definition.id,
    area: choice.area,
    period: withinValues(seriesOf(rows, choice))
      .map((row) => row.period)
      .join(','),
    by: choice.kind === null ? undefined : 'kind',
    origin: choice.source.origin,
    dataset: choice.source.dataset,
    office: state.office,
    vintage: state.vintage,
  });
}

function Notes({ notes }: { readonly notes: readonly { readonly period: string; readonly note: string }[] }) {
  const words = useWords();
  if (notes.length === 0) return null;
  return (
    <ol className="notes">
      {notes.map(({ period, note }) => (
        <li key={period + note}>
          {periodName(words, period)}
          {words.word('list.colon')}
          <span lang="en">{note}</span>
        </li>
      ))}
    </ol>
  );
}
