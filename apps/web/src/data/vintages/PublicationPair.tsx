import type { FigureExplanation } from '@zhiheng/office';
import type { Publication } from '@zhiheng/vocabulary';
import { OwnText } from '../../words/OwnText.js';
import { useWords } from '../../words/words.js';

/** Of a published figure: the publication that took the place of another. */
export function PublicationPair({ values }: { readonly values: FigureExplanation['values'] }) {
  const { word } = useWords();
  const published = values.filter(
    ({ beforePublication, afterPublication }) => beforePublication !== null || afterPublication !== null,
  );
  if (published.length === 0) return null;
  return (
    <>
      {published.map(({ statistic, dataset, beforePublication, afterPublication }) => (
        <dl className="facts" key={`${statistic}${dataset}`}>
          <dt>{word('explain.publication.before')}</dt>
          <dd>
            <Told publication={beforePublication} />
          </dd>
          <dt>{word('explain.publication.after')}</dt>
          <dd>
            <Told publication={afterPublication} />
          </dd>
        </dl>
      ))}
    </>
  );
}

function Told({ publication }: { readonly publication: Publication | null }) {
  const { own } = useWords();
  if (publication === null) return '–';
  const { words, publishedOn } = publication;
  return (
    <>
      {own(words.asPublished)} · <OwnText text={words.source} /> · {publishedOn ?? '–'}
    </>
  );
}
