import type { Observation } from '@zhiheng/vocabulary';
import { QuantityText } from '../marks/QuantityText.js';
import { formOf } from '../numbers/quantity.js';
import { OwnText } from '../words/OwnText.js';
import { statusWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** The publication a published value was read from. */
export function PublicationPanel({
  row,
  decimals,
}: {
  readonly row: Observation | null;
  /** Decimals of the definition, where the publication states no precision. */
  readonly decimals: number;
}) {
  const { word } = useWords();
  if (row === null || row.publication === null) return <p className="empty-line">{word('publication.none')}</p>;
  const { publishedOn, series, words } = row.publication;
  return (
    <>
      <p>{word('publication.explained')}</p>
      <dl className="facts">
        <dt>{word('publication.as-published')}</dt>
        <dd className="as-published">
          {row.value === null ? '–' : <QuantityText value={row.value} form={formOf(row, decimals)} bound={row.bound} />}
        </dd>
        <dt>{word('publication.published-on')}</dt>
        <dd>{publishedOn ?? word('publication.date-unknown')}</dd>
        <dt>{word('publication.source')}</dt>
        <dd>
          <OwnText text={words.source} />
        </dd>
        <dt>{word('publication.scope')}</dt>
        <dd>
          <OwnText text={words.scope} />
        </dd>
        {row.precision === null ? null : (
          <>
            <dt>{word('publication.precision')}</dt>
            <dd>{row.precision}</dd>
          </>
        )}
        <dt>{word('column.status')}</dt>
        <dd>
          {word(statusWords[row.status])}
          {row.bound === null
            ? ''
            : word('list.semicolon') + word(row.bound === 'lower' ? 'bound.lower' : 'bound.upper')}
        </dd>
        {words.note === null ? null : (
          <>
            <dt>{word('publication.note')}</dt>
            <dd>
              <OwnText text={words.note} />
            </dd>
          </>
        )}
        <dt>{word('publication.series')}</dt>
        <dd>
          <code>{series}</code>
        </dd>
      </dl>
    </>
  );
}
