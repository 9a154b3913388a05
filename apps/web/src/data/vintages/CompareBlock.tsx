import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { VintageAnswer, VintageComparison } from '@zhiheng/office';
import { comparedFile, comparedQuery } from '../../api/vintage-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import type { PageView } from '../page-view.js';
import { ComparedFilter } from './ComparedFilter.js';
import { ComparedTable } from './ComparedTable.js';

export interface CompareBlockProps {
  readonly view: PageView;
  /** The oldest first; two at least. */
  readonly vintages: readonly VintageAnswer[];
}

const pageRows = 50;

/** What differs between two vintages, the largest difference first: the last two, unless others are chosen. */
export function CompareBlock({ view, vintages }: CompareBlockProps) {
  const { word, language } = useWords();
  const { state, set } = view;
  const names = vintages.map(({ vintage }) => vintage);
  const [before, after] = [state.a ?? names.at(-2) ?? '', state.b ?? names.at(-1) ?? ''];
  const asked = { before, after, indicator: state.indicator, area: state.area, period: state.period };
  const turned = (state.page ?? '').split('~').filter((one) => one !== '');
  const offset = Number(turned.at(-1) ?? 0);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...comparedQuery({ ...asked, limit: pageRows, offset: Number.isSafeInteger(offset) ? offset : 0 }),
    placeholderData: keepPreviousData,
    enabled: before !== after,
  });
  const choose = (change: { readonly a?: string; readonly b?: string }) =>
    set({ ...change, page: undefined, cell: undefined });
  return (
    <section className="block compare">
      <h2>{word('compare.heading')}</h2>
      <div className="choices">
        <VintageChoice
          label={word('compare.before')}
          value={before}
          vintages={vintages}
          choose={(a) => choose({ a })}
        />
        <VintageChoice label={word('compare.after')} value={after} vintages={vintages} choose={(b) => choose({ b })} />
      </div>
      {before === after ? <p className="empty-line">{word('compare.one-vintage')}</p> : null}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error && before !== after ? (
        <>
          <p className="remark">{word('compare.waiting')}</p>
          <Skeleton rows={8} />
        </>
      ) : null}
      {data === undefined || error || before === after ? null : (
        <>
          <ComparedFilter view={view} indicators={data.indicators} />
          <Totals comparison={data} />
          {data.rows.length === 0 ? (
            <p className="empty-line">{word('compare.none')}</p>
          ) : (
            <>
              <ComparedTable view={view} comparison={data} waiting={isPlaceholderData} />
              <PageTurns view={view} turned={turned} next={data.next === null ? null : String(data.next)} />
              <p>
                <a href={comparedFile({ ...asked, language })} download>
                  {word('compare.file')}
                </a>
              </p>
            </>
          )}
        </>
      )}
    </section>
  );
}

interface VintageChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly vintages: readonly VintageAnswer[];
  readonly choose: (name: string) => void;
}

function VintageChoice({ label, value, vintages, choose }: VintageChoiceProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {vintages.map(({ vintage, release, effective }) => (
          <option key={vintage} value={vintage}>
            {`${vintage} · ${release} · ${effective}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Totals({ comparison: { totals, indicators } }: { readonly comparison: VintageComparison }) {
  const { word } = useWords();
  const redefined = indicators.filter((one) => one.redefined).length;
  return (
    <p className="compare-totals">
      {word('compare.compared')} <Count value={totals.compared} /> · {word('compare.equal')}{' '}
      <Count value={totals.equal} /> · {word('compare.different')}{' '}
      <strong>
        <Count value={totals.different} />
      </strong>
      {redefined === 0 ? null : ` · ${word('compare.redefined', { n: redefined })}`}
    </p>
  );
}
