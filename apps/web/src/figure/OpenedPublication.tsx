import type { Publication } from '@zhiheng/vocabulary';
import { useWords } from '../words/words.js';

/** The publication that a part of a figure opens to, where it was published and not counted. */
export function OpenedPublication({ publication }: { readonly publication: Publication }) {
  const { word } = useWords();
  const { series, publishedOn, source, note, asPublished } = publication;
  return (
    <>
      <p>{word('publication.explained')}</p>
      <dl className="facts">
        <dt>{word('publication.as-published')}</dt>
        <dd className="as-published" lang="en">
          {asPublished}
        </dd>
        <dt>{word('publication.published-on')}</dt>
        <dd>{publishedOn ?? word('publication.date-unknown')}</dd>
        <dt>{word('publication.source')}</dt>
        <dd lang="en">{source}</dd>
        {note === null ? null : (
          <>
            <dt>{word('publication.note')}</dt>
            <dd lang="en">{note}</dd>
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
