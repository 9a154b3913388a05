import type { Definition } from '@zhiheng/indicators';
import { statisticWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { kindName } from './choice-names.js';

/** The text a definition rests on, and the published series that belong to it. */
export function SourceFacts({ definition }: { readonly definition: Definition }) {
  const words = useWords();
  const { word } = words;
  const { text, article, date, url } = definition.source;
  return (
    <dl className="facts">
      <dt>{word('source.text')}</dt>
      <dd>{text}</dd>
      {article === null ? null : (
        <>
          <dt>{word('source.article')}</dt>
          <dd>{article}</dd>
        </>
      )}
      {date === null ? null : (
        <>
          <dt>{word('source.date')}</dt>
          <dd>{date}</dd>
        </>
      )}
      {url === null ? null : (
        <>
          <dt>{word('source.address')}</dt>
          <dd>
            <a href={url} rel="noreferrer">
              {url}
            </a>
          </dd>
        </>
      )}
      {definition.provisional ? (
        <>
          <dt>{word('provisional')}</dt>
          <dd>{word('source.provisional')}</dd>
        </>
      ) : null}
      {definition.monitoring == null ? null : (
        <>
          <dt>{word('source.monitoring')}</dt>
          <dd>{word(monitoringWords[definition.monitoring])}</dd>
        </>
      )}
      {definition.published.length === 0 ? null : (
        <>
          <dt>{word('source.series')}</dt>
          <dd>
            <ul className="plain">
              {definition.published.map((one) => (
                <li key={one.series}>
                  <code>{one.series}</code>
                  {one.breakdown.kind === undefined ? '' : ` · ${kindName(words, one.breakdown.kind)}`}
                  {one.statistic === null ? '' : ` · ${word(statisticWords[one.statistic])}`}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

const monitoringWords = {
  proposed: 'monitoring.proposed',
  piloted: 'monitoring.piloted',
  'national-statistics': 'monitoring.national-statistics',
} as const;
