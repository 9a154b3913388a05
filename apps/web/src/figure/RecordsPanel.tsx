import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { recordsFile, recordsQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { Tabs } from '../frame/Tabs.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { fileName } from './choice-names.js';
import { openedPart } from './dimensions.js';
import type { FigureView } from './figure-view.js';
import { OpenedChoice } from './OpenedChoice.js';
import { OpenedPublication } from './OpenedPublication.js';
import { openedOf } from './opened-of.js';
import { RecordTable } from './RecordTable.js';
import { recordsSum } from './records-sum.js';

const pageLength = 20;

/** A survival median rests on other records than the other statistics of a duration; only years have one. */
function cohortOf({ statistic, period }: FigureView['choice']): string | undefined {
  return statistic === 'survival-median' && /^\d{4}$/.test(period) ? statistic : undefined;
}

/** The records counted and those left out, page by page. */
export function RecordsPanel({ view }: { readonly view: FigureView }) {
  const words = useWords();
  const { word } = words;
  const { choice, definition, state } = view;
  const session = useSession();
  const tab = state.rows ?? 'counted';
  const turned = state.page === undefined ? [] : state.page.split('~');
  const query = {
    indicator: definition.id,
    area: choice.area,
    period: choice.period,
    by: openedPart(choice.kind, state.part),
    part: openedOf(view),
    statistic: cohortOf(choice),
    months: state.months,
    office: state.office,
    vintage: state.vintage,
    dataset: choice.source.dataset,
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...recordsQuery({ ...query, leftOut: tab === 'left-out', limit: pageLength, after: turned.at(-1) }),
    placeholderData: keepPreviousData,
  });
  const turn = (keys: readonly string[]) => view.set({ page: keys.length === 0 ? undefined : keys.join('~') });
  const name = fileName(words, tab, choice, { indicator: definition.id });
  return (
    <Tabs
      label={word('block.made-of')}
      tabs={[
        { name: 'counted', label: word('records.counted') },
        { name: 'left-out', label: word('records.left-out') },
      ]}
      current={tab}
      choose={(rows) => view.set({ rows })}
    >
      <OpenedChoice view={view} />
      {choice.source.dataset === 'synthetic' ? <SyntheticBand /> : null}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={8} /> : null}
      {data?.publication == null || error ? null : <OpenedPublication publication={data.publication} />}
      {data === undefined || error || data.publication !== null ? null : (
        <>
          <div className="records-head">
            <p>{recordsSum(words, data, tab === 'left-out')}</p>
            {data.visible === 0 || !may(session, 'records:export') ? null : (
              <a
                className="quiet"
                href={recordsFile({ ...query, leftOut: tab === 'left-out' })}
                download={`${name}.csv`}
              >
                {word('save.values')}
              </a>
            )}
          </div>
          {data.rows.length === 0 ? (
            data.withheldByRight > 0 ? null : (
              <p className="empty-line">{word('records.none')}</p>
            )
          ) : (
            <RecordTable
              definition={definition}
              rows={data.rows}
              leftOut={tab === 'left-out'}
              areas={view.areas}
              waiting={isPlaceholderData}
              figure={query}
              explained={state.why}
              explain={(why) => view.set({ why, page: state.page })}
            />
          )}
          <nav className="pages" aria-label={word('records.pages')}>
            <button type="button" disabled={turned.length === 0} onClick={() => turn(turned.slice(0, -1))}>
              {word('records.before')}
            </button>
            <span>{word('records.page', { page: turned.length + 1 })}</span>
            <button
              type="button"
              disabled={data.next === null}
              onClick={() => (data.next === null ? undefined : turn([...turned, data.next]))}
            >
              {word('records.next')}
            </button>
          </nav>
        </>
      )}
    </Tabs>
  );
}
