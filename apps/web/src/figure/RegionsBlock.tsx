import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Observation } from '@zhiheng/vocabulary';
import { figuresFile, figuresQuery } from '../api/queries.js';
import { Cartogram, type CartogramValue } from '../charts/Cartogram.js';
import { ChartBlock } from '../charts/ChartBlock.js';
import { tilePlaces } from '../charts/cartogram-places.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { formOf, quantityOf } from '../numbers/quantity.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { statusWords } from '../words/term-ids.js';
import { useWords, type Words } from '../words/words.js';
import { areaName, choiceName, fileName } from './choice-names.js';
import { isOf, kindOf } from './choose-figure.js';
import type { FigureView } from './figure-view.js';
import { RankedAreas } from './RankedAreas.js';

/** The 34 provincial units: tiles beside a ranked list. */
export function RegionsBlock({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { choice, definition } = view;
  const query = {
    indicator: definition.id,
    area: 'provinces',
    period: choice.period,
    by: choice.kind === null ? undefined : 'kind',
    origin: choice.source.origin,
    dataset: choice.source.dataset,
    office: view.state.office,
    vintage: view.state.vintage,
  };
  const { data, error, refetch } = useQuery({ ...figuresQuery(query), placeholderData: keepPreviousData });
  const rows = data?.rows.filter(
    (row) =>
      isOf(row, choice.source) &&
      row.period === choice.period &&
      row.statistic === choice.statistic &&
      kindOf(row) === choice.kind,
  );
  const synthetic = choice.source.dataset === 'synthetic' ? word('synthetic') : null;
  const title = `${words.own(definition.names)} · ${choiceName(words, view.areas, { ...choice, area: 'provinces' })}`;
  const name = fileName(words, 'regions', { ...choice, area: 'provinces' }, { indicator: definition.id });
  return (
    <section className="block" id="regions">
      <h2>{word('block.regions')}</h2>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {rows === undefined && !error ? <Skeleton rows={1} tall /> : null}
      {rows !== undefined && !rows.some((row) => row.value !== null) ? <NoRegions view={view} /> : null}
      {rows?.some((row) => row.value !== null) ? (
        <div className="regions">
          <ChartBlock
            className="map-chart"
            fileName={name}
            csv={figuresFile(query)}
            draw={(width) => (
              <Cartogram
                id="regions-chart"
                width={Math.min(width, 568)}
                title={title.replace('provinces', word('choice.area.provinces'))}
                values={tileValues(words, view, rows)}
                nameOf={({ area, letters }) => {
                  const long = areaName(words, view.areas, area);
                  return { long, short: words.language === 'en' ? letters : long };
                }}
                lettersBelow={60}
                stepText={(from) => {
                  const first = rows.find((row) => row.value !== null);
                  if (first === undefined) return '';
                  const { whole, fraction } = quantityOf(from, formOf(first, definition.decimals), words.language);
                  return `≥ ${whole}${fraction}`;
                }}
                synthetic={synthetic}
                chosen={choice.area}
              />
            )}
          />
          <div>
            {synthetic === null ? null : <SyntheticBand />}
            <RankedAreas view={view} rows={rows} />
          </div>
        </div>
      ) : null}
    </section>
  );
}

/** Why there is no map, and which source would have one. */
function NoRegions({ view }: { readonly view: FigureView }) {
  const { word } = useWords();
  const computed = view.choice.sources.find((source) => source.origin === 'computed');
  return (
    <p className="empty-line">
      {word('regions.empty')}{' '}
      {computed === undefined || view.choice.source.origin === 'computed' ? null : (
        <button
          type="button"
          className="quiet"
          onClick={() => view.set({ ...computed, kind: undefined, statistic: undefined })}
        >
          {word(computed.dataset === 'synthetic' ? 'regions.show-synthetic' : 'regions.show-computed')}
        </button>
      )}
    </p>
  );
}

function tileValues(words: Words, view: FigureView, rows: readonly Observation[]): Map<string, CartogramValue> {
  const byArea = new Map(rows.map((row) => [row.area, row]));
  return new Map(
    tilePlaces.map(({ area }): [string, CartogramValue] => {
      const row = byArea.get(area);
      const name = areaName(words, view.areas, area);
      if (row === undefined || row.value === null) {
        const why = words.word(statusWords[row?.status ?? 'missing']);
        return [area, { value: null, text: '–', label: `${name}: – (${why})` }];
      }
      const { whole, fraction, symbol } = quantityOf(row.value, formOf(row, view.definition.decimals), words.language);
      return [
        area,
        { value: row.value, text: whole + fraction, label: `${name}: ${whole}${fraction} ${symbol}`.trim() },
      ];
    }),
  );
}
