import type { Publication } from '@zhiheng/vocabulary';
import { OwnText } from '../words/OwnText.js';
import { useWords } from '../words/words.js';

/** The publication that a part of a figure opens to, where it was published and not counted. */
export function OpenedPublication({ publication }: { readonly publication: Publication }) {
  const { word, own } = useWords();
  const { series, publishedOn, words } = publication;
  return (
    <>
      <p>{word('publication.explained')}</p>
      <dl className="facts">
        <dt>{word('publication.as-published')}</dt>
        <dd className="as-published">{own(words.asPublished)}</dd>
        <dt>{word('publication.published-on')}</dt>
        <dd>{publishedOn ?? word('publication.date-unknown')}</dd>
        <dt>{word('publication.source')}</dt>
        <dd>
          <OwnText text={words.source} />
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
