import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Observation } from '@zhiheng/vocabulary';
import { figuresFile, figuresQuery } from '../api/queries.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { BreakdownTable } from './BreakdownTable.js';
import { CombinationTable } from './CombinationTable.js';
import { fileName } from './choice-names.js';
import { Select } from './choices.js';
import { isOf } from './choose-figure.js';
import { dimensionName } from './dimension-names.js';
import { dimensionsOf, hasSeveralValues, shownDimensions, writtenBy } from './dimensions.js';
import type { FigureView } from './figure-view.js';

/** The figure by what is known of its records, and by two of them together; left out where there is nothing to break it down by. */
export function BreakdownsBlock({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { choice, definition, state, set } = view;
  const known = dimensionsOf(definition, choice.source);
  const shown = shownDimensions(definition, choice.source, state.by);
  const [first, second] = shown;
  const query = {
    indicator: definition.id,
    area: choice.area,
    period: choice.period,
    by: writtenBy(choice.kind, shown),
    origin: choice.source.origin,
    dataset: choice.source.dataset,
    office: state.office,
    vintage: state.vintage,
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...figuresQuery(query),
    enabled: first !== undefined,
    placeholderData: keepPreviousData,
  });
  if (known.length === 0) return null;
  const choose = (by: readonly (string | undefined)[]) =>
    set({ by: by.filter((name) => name !== undefined && name !== '').join(',') || undefined, part: undefined });
  const parts = partsAmong(data?.rows ?? [], view, shown);
  return (
    <section className="block" id="breakdowns">
      <h2>{word('block.breakdowns')}</h2>
      <div className="breakdown-choice">
        <Select label={word('breakdowns.by')} value={first ?? ''} choose={(name) => choose([name, second])}>
          {first === undefined ? <option value="">{word('breakdowns.none-chosen')}</option> : null}
          {known.map((name) => (
            <option key={name} value={name}>
              {dimensionName(words, name)}
            </option>
          ))}
        </Select>
        {known.length < 2 || first === undefined ? null : (
          <Select label={word('breakdowns.and-by')} value={second ?? ''} choose={(name) => choose([first, name])}>
            <option value="">{word('breakdowns.alone')}</option>
            {known
              .filter((name) => name !== first)
              .map((name) => (
                <option key={name} value={name}>
                  {dimensionName(words, name)}
                </option>
              ))}
          </Select>
        )}
      </div>
      {first !== undefined && choice.source.dataset === 'synthetic' ? <SyntheticBand /> : null}
      {first === undefined ? <p className="empty-line">{word('breakdowns.choose')}</p> : null}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {first !== undefined && data === undefined && !error ? <Skeleton rows={5} /> : null}
      {first === undefined || data === undefined || error ? null : parts.length === 0 ? (
        <p className="empty-line">{word('breakdowns.empty')}</p>
      ) : (
        <div aria-busy={isPlaceholderData} className="breakdown">
          {second === undefined ? (
            <BreakdownTable view={view} dimension={first} rows={parts} />
          ) : (
            <CombinationTable view={view} down={first} across={second} rows={parts} />
          )}
          {shown.some(hasSeveralValues) ? <p className="remark">{word('breakdowns.several')}</p> : null}
          <p className="chart-tools">
            <a
              className="quiet"
              href={figuresFile({ ...query, language: words.language })}
              download={`${fileName(words, shown.join('-'), choice, { indicator: definition.id })}.csv`}
            >
              {word('save.values')}
            </a>
          </p>
        </div>
      )}
    </section>
  );
}

/** The rows of an answer that are parts by these dimensions, of the statistic shown. */
function partsAmong(rows: readonly Observation[], { choice }: FigureView, shown: readonly string[]): Observation[] {
  return rows.filter(
    (row) =>
      isOf(row, choice.source) &&
      row.statistic === choice.statistic &&
      row.period === choice.period &&
      row.area === choice.area &&
      row.value !== null &&
      shown.every((name) => row.breakdown[name] !== undefined),
  );
}
