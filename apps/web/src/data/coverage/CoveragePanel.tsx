import { useQuery } from '@tanstack/react-query';
import type { CoverageRow } from '@zhiheng/office';
import { coverageFile, coverageQuery, releasesQuery } from '../../api/data-queries.js';
import { ChartBlock } from '../../charts/ChartBlock.js';
import { kindName } from '../../figure/choice-names.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords, type Words } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { CoverageCalendar } from './CoverageCalendar.js';
import { CoverageTable } from './CoverageTable.js';
import { type CoverageLine, type CoverageSpan, coverageLines } from './coverage-calendar.js';
import { completenessWords } from './coverage-words.js';
import { eventName } from './event-name.js';

/** What a release can know: where a count may be final, and where nothing may be said. */
export function CoveragePanel({ view }: { readonly view: PageView }) {
  const words = useWords();
  const { word } = words;
  const { release } = view.state;
  const { data, error, refetch } = useQuery(coverageQuery(release));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <section className="block">
      <h2>{word('coverage.title')}</h2>
      <p className="remark">{word('coverage.explained')}</p>
      <ReleaseChoice view={view} />
      {data === undefined ? <Skeleton rows={1} tall /> : null}
      {data?.length === 0 ? (
        <EmptyState heading={word('coverage.none.heading')}>
          <p>{word('coverage.none.advice')}</p>
        </EmptyState>
      ) : null}
      {data === undefined || data.length === 0 ? null : <Calendar rows={data} release={release} />}
    </section>
  );
}

function Calendar({ rows, release }: { readonly rows: readonly CoverageRow[]; readonly release: string | undefined }) {
  const words = useWords();
  const { word } = words;
  const lines = coverageLines(rows);
  const synthetic = rows.some(({ dataset }) => dataset === 'synthetic');
  const name = ['coverage', release, synthetic ? word('synthetic').replaceAll(' ', '-') : undefined];
  return (
    <ChartBlock
      className="calendar-chart"
      fileName={name.filter((part) => part !== undefined).join('-')}
      csv={coverageFile(release)}
      table={<CoverageTable rows={rows} />}
      draw={(width) => (
        <CoverageCalendar
          id="coverage-chart"
          width={width}
          title={word('coverage.title')}
          lines={lines}
          nameOf={(line) => lineName(words, line)}
          spanText={(line, span) => spanText(words, line, span)}
          legend={(['full', 'partial', 'maturing'] as const).map((sort) => ({
            sort,
            text: word(completenessWords[sort]),
          }))}
          inForceText={word('coverage.in-force-from')}
          synthetic={synthetic ? word('synthetic') : null}
        />
      )}
      notes={lines.some((line) => line.inForceFrom !== null) ? <p className="remark">{word('coverage.mark')}</p> : null}
    />
  );
}

function lineName(words: Words, { table, office, dataset, event, kind }: CoverageLine): string {
  const { word } = words;
  const parts = [office, ...(dataset === 'synthetic' ? [word('synthetic')] : []), eventName(words, { table, event })];
  if (table !== 'patents') return parts.join(' · ');
  return [...parts, kind === null ? word('coverage.every-kind') : kindName(words, kind)].join(' · ');
}

function spanText(words: Words, line: CoverageLine, { sort, rows }: CoverageSpan): string {
  const from = rows.map((row) => row.from).sort()[0];
  const to = rows
    .map((row) => row.to)
    .sort()
    .at(-1);
  const areas = [...new Set(rows.flatMap(({ area }) => (area === null ? [] : [area])))];
  const where = areas.length === 0 ? '' : ` (${areas.join(', ')})`;
  return `${lineName(words, line)}: ${from} – ${to}, ${words.word(completenessWords[sort])}${where}`;
}

function ReleaseChoice({ view }: { readonly view: PageView }) {
  const { word } = useWords();
  const { data = [] } = useQuery(releasesQuery());
  if (data.length < 2) return null;
  const names = data.map(({ release }) => release).toReversed();
  return (
    <label className="choice choices">
      <span>{word('coverage.release')}</span>
      <select
        value={view.state.release ?? names[0]}
        onChange={(event) => view.set({ release: event.target.value === names[0] ? undefined : event.target.value })}
      >
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
