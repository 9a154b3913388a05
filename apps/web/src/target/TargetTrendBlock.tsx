import type { TargetAnswer } from '@zhiheng/office';
import type { Verdict } from '@zhiheng/programme';
import { ChartBlock } from '../charts/ChartBlock.js';
import { type LimitLine, ProjectionChart } from '../charts/ProjectionChart.js';
import { scaleOf, tickDecimals } from '../charts/scale.js';
import { NoValue } from '../marks/NoValue.js';
import { QuantityText } from '../marks/QuantityText.js';
import { numberText } from '../numbers/format-number.js';
import { periodName, periodTick } from '../numbers/period-name.js';
import { isRatio, type QuantityForm, quantityText, symbolOf } from '../numbers/quantity.js';
import { limitText } from '../overview/limit-text.js';
import { useWords, type Words } from '../words/words.js';
import { seriesForm } from './series-form.js';

/** The values of the years, what this one is projected to, and the limits that hold and held. */
export function TargetTrendBlock({ answer }: { readonly answer: TargetAnswer }) {
  const words = useWords();
  const { word, own, language } = words;
  const { verdict, history } = answer;
  const { projection } = verdict;
  const values = history.flatMap(({ value }) => (value === null ? [] : [value]));
  const known = history.slice(
    Math.max(
      0,
      history.findIndex(({ value }) => value !== null),
    ),
  );
  const form = seriesForm(verdict, values);
  const text = (value: number | null) => (value === null ? '–' : quantityText(value, form, language));
  if (values.length === 0 || form.unit === null) {
    return (
      <section className="block" id="trend">
        <h2>{word('block.trend')}</h2>
        <p className="empty-line">{word('trend.empty')}</p>
      </section>
    );
  }
  const limits = limitLines(words, verdict, history);
  const drawn = [...values, ...limits.map(({ value }) => value), ...(projection?.series.interval ?? [])];
  const shift = form.unit === 'share' || form.unit === 'growth-rate' ? 2 : 0;
  const decimals = Math.max(0, tickDecimals(scaleOf(drawn, !isRatio(form.unit))) - shift);
  const projected =
    projection === null
      ? null
      : { value: projection.series.value, interval: projection.series.interval, text: text(projection.series.value) };
  const points = known.map(({ period, value }) => ({ period: periodTick(period), value, text: text(value) }));
  const told = known.map(({ period, value }) => `${periodName(words, period)} ${text(value)}`);
  const expected =
    projected === null
      ? []
      : [
          word('target.expected', {
            value: projected.text,
            lower: text(projected.interval[0]),
            upper: text(projected.interval[1]),
          }),
        ];
  return (
    <section className="block" id="trend">
      <h2>{word('block.trend')}</h2>
      <p className="axis-unit unit">{symbolOf(form.unit, language)}</p>
      <ChartBlock
        className="trend-chart"
        fileName={`${answer.programme.id}-${verdict.target}${verdict.dataset === 'synthetic' ? `-${word('synthetic')}` : ''}`}
        draw={(width) => (
          <ProjectionChart
            id="target-chart"
            width={width}
            height={260}
            points={points}
            projected={projected}
            limits={limits}
            fromZero={!isRatio(form.unit ?? '')}
            title={own(verdict.names)}
            description={[...told, ...expected, ...limits.map(({ name }) => name)].join(word('list.semicolon'))}
            tickText={(value) => numberText(value, { language, decimals, shift })}
            synthetic={verdict.dataset === 'synthetic' ? word('synthetic') : null}
          />
        )}
        table={<HistoryTable history={known} verdict={verdict} form={form} />}
      />
    </section>
  );
}

function HistoryTable(props: {
  readonly history: Verdict['trend'];
  readonly verdict: Verdict;
  readonly form: QuantityForm;
}) {
  const words = useWords();
  const { word } = words;
  const { history, verdict, form } = props;
  const { projection } = verdict;
  return (
    <table className="values">
      <thead>
        <tr>
          <th scope="col">{word('column.period')}</th>
          <th scope="col" className="numeric">
            {word('column.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ period, value }) => (
          <tr key={period}>
            <th scope="row">{periodName(words, period)}</th>
            <td className="aligned" data-places={form.decimals}>
              {value !== null ? (
                <QuantityText value={value} form={form} />
              ) : projection !== null && period === verdict.period ? (
                <>
                  <QuantityText value={projection.series.value} form={form} />{' '}
                  <span className="origin-mark">{word('target.projected')}</span>
                </>
              ) : (
                <NoValue status="missing" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The limit in force and those before it; of a growth what the base has to grow to. */
function limitLines(words: Words, verdict: Verdict, history: Verdict['trend']): LimitLine[] {
  const { kind, limit, revisions } = verdict;
  const base = history.at(-2)?.value ?? null;
  if (kind === 'qualitative' || limit === null || (kind === 'growth' && base === null)) return [];
  const at = (one: number) => (kind === 'growth' ? (base ?? 0) * (1 + one) : one);
  const written = (one: number) => limitText(words, { ...verdict, limit: one });
  const before = revisions
    .filter(({ inForce, before: { limit: old } }) => inForce && old !== undefined && old !== limit)
    .map(({ before: { limit: old } }) => old ?? limit);
  const old = [...new Set(before)].map((one) => ({
    value: at(one),
    name: words.word('target.limit-before', { limit: written(one) }),
    inForce: false,
  }));
  return [{ value: at(limit), name: words.word('target.limit', { limit: written(limit) }), inForce: true }, ...old];
}
