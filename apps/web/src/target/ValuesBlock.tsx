import { Link } from '@tanstack/react-router';
import type { TargetAnswer } from '@zhiheng/office';
import type { Observation } from '@zhiheng/vocabulary';
import type { FigureState } from '../figure/figure-state.js';
import { NoValue } from '../marks/NoValue.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { periodName } from '../numbers/period-name.js';
import { formOf } from '../numbers/quantity.js';
import { OwnText } from '../words/OwnText.js';
import { statusWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** The values that the verdict rests on: each opens its figure; a published one with its publication. */
export function ValuesBlock({ answer }: { readonly answer: TargetAnswer }) {
  const words = useWords();
  const { word, own, language } = words;
  const { values, indicator, verdict, vintage } = answer;
  return (
    <section className="block" id="values">
      <h2>{word('target.block.values')}</h2>
      {indicator === null || verdict.indicator === null ? (
        <p className="empty-line">{word('target.no-indicator')}</p>
      ) : (
        <dl className="facts">
          <dt>{word('target.indicator')}</dt>
          <dd>
            <Link
              className="opens"
              to="/$language/indicators/$indicator"
              params={{ language, indicator: verdict.indicator }}
              search={{ ...(verdict.subject === null ? {} : { area: verdict.subject.area }), origin: verdict.origin }}
            >
              {own(indicator.names)}
            </Link>
            {indicator.provisional ? <span className="provisional">{word('provisional')}</span> : null}
          </dd>
          <dt>{word('target.rests-on')}</dt>
          <dd>
            {verdict.origin === 'published'
              ? word('target.rests-on.published')
              : vintage === null
                ? word('target.rests-on.nothing')
                : word('overview.vintage', { vintage: vintage.slice(0, 12) })}
          </dd>
        </dl>
      )}
      {values.length === 0 ? (
        <p className="empty-line">{word('target.no-values')}</p>
      ) : (
        <table className="target-values">
          <thead>
            <tr>
              <th scope="col">{word('column.period')}</th>
              <th scope="col" className="numeric">
                {word('column.value')}
              </th>
              <th scope="col">{word('column.status')}</th>
              <th scope="col">{word('publication.source')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((row) => (
              <tr key={row.period}>
                <th scope="row">{periodName(words, row.period)}</th>
                <td className="numeric">
                  <OpenedValue row={row} decimals={verdict.kind === 'growth' ? 0 : verdict.decimals} />
                </td>
                <td>{word(statusWords[row.status])}</td>
                <td>
                  <ValueSource row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function OpenedValue({ row, decimals }: { readonly row: Observation; readonly decimals: number }) {
  const { language } = useWords();
  if (row.value === null) return <NoValue status={row.status} />;
  return (
    <Link
      className="opens"
      to="/$language/indicators/$indicator"
      params={{ language, indicator: row.indicator }}
      search={figureOf(row)}
    >
      <QuantityText value={row.value} form={formOf(row, decimals)} bound={row.bound} />
    </Link>
  );
}

function ValueSource({ row }: { readonly row: Observation }) {
  const { word, own } = useWords();
  const { publication } = row;
  if (publication === null) {
    return (
      <>
        {word('origin.computed')}
        {row.dataset === 'synthetic' ? <span className="origin-mark hatched">{word('synthetic')}</span> : null}
      </>
    );
  }
  const { publishedOn, words } = publication;
  const saysItsDay = publishedOn !== null && own(words.source).replace(/年$/, '').endsWith(publishedOn);
  return (
    <>
      <OwnText text={words.source} />
      {saysItsDay ? null : ` · ${publishedOn ?? word('publication.date-unknown')}`}
      <OriginMark origin={row.origin} />
      {words.note === null ? null : (
        <small className="remark">
          <OwnText text={words.note} />
        </small>
      )}
    </>
  );
}

/** The state of the figure page that shows a value. */
function figureOf({ area, breakdown, statistic, period, origin, dataset }: Observation): FigureState {
  const state = {
    area,
    period,
    origin,
    kind: breakdown.kind,
    statistic: statistic ?? undefined,
    dataset: dataset === 'synthetic' ? dataset : undefined,
  };
  return Object.fromEntries(Object.entries(state).filter(([, part]) => part !== undefined));
}
