import { useQuery } from '@tanstack/react-query';
import type { DurationsAnswer } from '@zhiheng/office';
import { durationsQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { ChartBlock } from '../charts/ChartBlock.js';
import { Histogram, type HistogramBin, type HistogramMark } from '../charts/Histogram.js';
import { numberText } from '../numbers/format-number.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { statisticWords } from '../words/term-ids.js';
import { useWords, type Words } from '../words/words.js';
import { choiceName, fileName } from './choice-names.js';
import { isOf, kindOf } from './choose-figure.js';
import { openedPart } from './dimensions.js';
import type { FigureView } from './figure-view.js';
import { LengthTable } from './LengthTable.js';
import { lengthBins } from './length-bins.js';
import { openMonths } from './open-part.js';

const marked = ['mean', 'median', 'p90', 'p95'] as const;

/** How long the cases behind a duration took, with its statistics marked; left out for other figures and published values. */
export function LengthsBlock({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { choice, definition, state } = view;
  const session = useSession();
  const shown =
    definition.kind === 'duration' && choice.source.origin === 'computed' && may(session, 'figures:read-computed');
  const query = {
    indicator: definition.id,
    area: choice.area,
    period: choice.period,
    by: openedPart(choice.kind, undefined),
    office: state.office,
    vintage: state.vintage,
    dataset: choice.source.dataset,
  };
  const { data, error, refetch } = useQuery({ ...durationsQuery(query), enabled: shown });
  if (!shown) return null;
  const bins = data === undefined ? [] : lengthBins(data);
  return (
    <section className="block" id="lengths">
      <h2>{word('block.lengths')}</h2>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={1} tall /> : null}
      {data === undefined ? null : bins.length === 0 ? (
        <p className="empty-line">{word('lengths.none')}</p>
      ) : (
        <>
          <p className="axis-unit unit">{word('lengths.axis')}</p>
          <ChartBlock
            className="length-chart"
            fileName={fileName(words, 'lengths', choice, { indicator: definition.id })}
            draw={(width) => (
              <Histogram
                id="length-chart"
                width={width}
                bins={bins}
                marks={marksOf(words, view, data)}
                title={`${words.own(definition.names)} · ${choiceName(words, view.areas, { ...choice, statistic: null })}`}
                description={described(words, bins)}
                numberText={(value) => numberText(value, { language: words.language, decimals: 0 })}
                synthetic={choice.source.dataset === 'synthetic' ? word('synthetic') : null}
                chosen={chosenMonth(state.months)}
                choose={(bin) => openMonths(view, bin)}
              />
            )}
            table={<LengthTable view={view} bins={bins} />}
          />
        </>
      )}
    </section>
  );
}

function chosenMonth(months: string | undefined): number | null {
  const from = Number(months?.split('..')[0] ?? Number.NaN);
  return Number.isNaN(from) ? null : from;
}

/** The statistics of the same rows, and the target of the definition. */
function marksOf(
  words: Words,
  { rows, choice, definition: { decimals } }: FigureView,
  { target }: DurationsAnswer,
): HistogramMark[] {
  const { word, language } = words;
  const label = (name: string, value: number) => `${name} ${numberText(value, { language, decimals })}`;
  const marks = marked.flatMap((statistic) => {
    const row = rows.find(
      (one) =>
        isOf(one, choice.source) &&
        one.area === choice.area &&
        one.period === choice.period &&
        one.statistic === statistic &&
        kindOf(one) === choice.kind,
    );
    return row?.value == null ? [] : [{ at: row.value, label: label(word(statisticWords[statistic]), row.value) }];
  });
  return target === null ? marks : [...marks, { at: target, label: label(word('lengths.target'), target) }];
}

function described({ word, language }: Words, bins: readonly HistogramBin[]): string {
  const count = (n: number) => numberText(n, { language, decimals: 0 });
  return bins
    .filter(({ n }) => n > 0)
    .map(({ from, until, n }) => word('lengths.bin', { from, until, n: count(n) }))
    .join(word('list.semicolon'));
}
