import type { FigureExplanation } from '@zhiheng/office';
import { useWords } from '../../words/words.js';

/** Of a published figure: the publication that took the place of another. */
export function PublicationPair({ values }: { readonly values: FigureExplanation['values'] }) {
  const { word } = useWords();
  const published = values.filter(
    ({ beforePublication, afterPublication }) => beforePublication !== null || afterPublication !== null,
  );
  if (published.length === 0) return null;
  const told = (one: FigureExplanation['values'][number]['beforePublication']) =>
    one === null ? '–' : `${one.asPublished} · ${one.source} · ${one.publishedOn ?? '–'}`;
  return (
    <>
      {published.map(({ statistic, dataset, beforePublication, afterPublication }) => (
        <dl className="facts" key={`${statistic}${dataset}`}>
          <dt>{word('explain.publication.before')}</dt>
          <dd>{told(beforePublication)}</dd>
          <dt>{word('explain.publication.after')}</dt>
          <dd>{told(afterPublication)}</dd>
        </dl>
      ))}
    </>
  );
}
