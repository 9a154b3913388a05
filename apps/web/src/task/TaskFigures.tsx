import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TaskShown } from '@zhiheng/office';
import { indicatorsQuery } from '../api/queries.js';
import { NoValue } from '../marks/NoValue.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { VerdictMark } from '../marks/VerdictMark.js';
import { periodName } from '../numbers/period-name.js';
import { formOf } from '../numbers/quantity.js';
import { limitText } from '../overview/limit-text.js';
import { TargetValue } from '../overview/TargetValue.js';
import { OwnText } from '../words/OwnText.js';
import { verdictWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** What the targets and indicators of a task say: read from a vintage or from publications, never typed. */
export function TaskFigures({ task }: { readonly task: TaskShown }) {
  const words = useWords();
  const { word, own, language } = words;
  const { programme, verdicts, vintage } = task;
  const { data: indicators = [] } = useQuery({ ...indicatorsQuery(), enabled: task.indicators.length > 0 });
  if (task.targets.length === 0 && task.indicators.length === 0) return null;
  const figures = task.figures.filter(
    ({ breakdown, statistic }) => Object.keys(breakdown).length === 0 && (statistic ?? null) === null,
  );
  const silent = task.indicators.filter((id) => !figures.some(({ indicator }) => indicator === id));
  const known = (id: string) => indicators.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const found = known(id);
    return found === undefined ? id : own(found.names);
  };
  return (
    <section className="block">
      <h2>{word('task.figures')}</h2>
      <p className="remark">{word('task.figures.explained')}</p>
      {verdicts.length + figures.length + silent.length === 0 ? (
        <p className="empty-line">{word('task.figures.none')}</p>
      ) : null}
      {verdicts.length === 0 ? null : (
        <ul className="lines">
          {verdicts.map((verdict) => (
            <li key={verdict.target}>
              <span>
                <VerdictMark verdict={verdict.verdict} />{' '}
                <Link
                  className="opens"
                  to="/$language/targets/$programme/$target"
                  params={{ language, programme, target: verdict.target }}
                >
                  <OwnText text={verdict.names} />
                </Link>{' '}
                <span className="unit">{limitText(words, verdict)}</span>
              </span>
              <span>
                <TargetValue verdict={verdict} />{' '}
                <span className={`verdict-word verdict-${verdict.verdict}`}>{word(verdictWords[verdict.verdict])}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {figures.length + silent.length === 0 ? null : (
        <ul className="lines">
          {figures.map((figure) => (
            <li key={`${figure.indicator} ${figure.area} ${figure.period} ${figure.origin} ${figure.dataset}`}>
              <span>
                <Link
                  className="opens"
                  to="/$language/indicators/$indicator"
                  params={{ language, indicator: figure.indicator }}
                  search={{ area: figure.area, period: figure.period, origin: figure.origin }}
                >
                  {nameOf(figure.indicator)}
                </Link>{' '}
                <span className="unit">{periodName(words, figure.period)}</span>
              </span>
              <span>
                {figure.value === null ? (
                  <NoValue status={figure.status} />
                ) : (
                  <QuantityText value={figure.value} form={formOf(figure, known(figure.indicator)?.decimals ?? 0)} />
                )}{' '}
                <OriginMark origin={figure.origin} />
              </span>
            </li>
          ))}
          {silent.map((id) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              <span className="unit">{word('task.figures.silent')}</span>
            </li>
          ))}
        </ul>
      )}
      {vintage === null ? null : (
        <p className="remark">{word('overview.vintage', { vintage: vintage.slice(0, 12) })}</p>
      )}
    </section>
  );
}
