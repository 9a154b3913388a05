import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { indicatorsQuery } from '../api/queries.js';
import { periodName } from '../numbers/period-name.js';
import { statisticWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { sourceName } from './choice-names.js';
import { dimensionName, valueName } from './dimension-names.js';
import type { FigureView } from './figure-view.js';
import { type MadePart, partPeriod } from './made-parts.js';

/** A figure that another is made of, by its name; it opens its own page, for the same area and the period that belongs to it. */
export function PartText({ made, view }: { readonly made: MadePart; readonly view?: FigureView }) {
  const words = useWords();
  const { word, own, language } = words;
  const list = useQuery(indicatorsQuery());
  const { part } = made;
  const item = list.data?.find(({ id }) => id === part.indicator);
  const details = Object.entries(part.breakdown).map(([name, value]) => {
    const told = view === undefined ? value : valueName(words, view, name, value);
    return `${dimensionName(words, name)} ${told}`;
  });
  if (part.statistic !== null) details.push(word(statisticWords[part.statistic]));
  if (part.origin !== null) details.push(sourceName(words, { origin: part.origin, dataset: 'real' }));
  if (part.area !== null) details.push(part.area);
  if (part.period !== 'same') details.push(word(periodWords[part.period]));
  const period = view === undefined ? undefined : partPeriod(made, view.choice.period);
  const search =
    view === undefined
      ? {}
      : {
          area: part.area ?? view.choice.area,
          period,
          dataset: part.origin === 'published' ? undefined : view.choice.source.dataset,
          kind: part.breakdown.kind,
          statistic: part.statistic ?? undefined,
          ...(part.origin === null ? {} : { origin: part.origin }),
        };
  return (
    <>
      <Link
        className="opens"
        to="/$language/indicators/$indicator"
        params={{ language, indicator: part.indicator }}
        search={search}
      >
        {item === undefined ? part.indicator : own(item.names)}
      </Link>
      {details.length === 0 ? null : <span className="unit"> {details.join(word('list.comma'))}</span>}
      {period === undefined ? null : <span className="unit"> {periodName(words, period)}</span>}
    </>
  );
}

const periodWords = {
  'year-before': 'part.year-before',
  'end-of-year-before': 'part.end-of-year-before',
} as const;
