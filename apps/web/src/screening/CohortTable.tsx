import type { ScreenClue } from '@zhiheng/office';
import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';
import { featureWords } from './evidence-words.js';
import { shareText } from './share-text.js';

/** Where an application lies among others of its field, with what was usual in the quarters before. */
export function CohortTable({ cohort }: { readonly cohort: ScreenClue['evidence']['cohort'] }) {
  const { word, language } = useWords();
  const written = (feature: string, value: number) =>
    featureWords[feature]?.[1] === 'share'
      ? shareText(value, language)
      : numberText(value, { language, decimals: Number.isInteger(value) ? 0 : 1 });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard */}
      <section className="wide" aria-label={word('screening.cohort')} tabIndex={0}>
        <table className="cohort">
          <caption>{word('screening.cohort')}</caption>
          <thead>
            <tr>
              <th scope="col">{word('screening.cohort.feature')}</th>
              {['value', 'median', 'spread', 'deviations', 'size'].map((name) => (
                <th key={name} scope="col" className="numeric">
                  {word(columnWords[name as keyof typeof columnWords])}
                </th>
              ))}
              <th scope="col">{word('screening.cohort.field')}</th>
              <th scope="col">{word('screening.cohort.quarter')}</th>
              <th scope="col">{word('screening.cohort.frozen')}</th>
            </tr>
          </thead>
          <tbody>
            {cohort.map(({ feature, value, field, quarter, size, median, spread, deviations, frozenBy }) => (
              <tr key={feature}>
                <th scope="row">{word(featureWords[feature]?.[0] ?? 'screening.feature.other')}</th>
                <td className="numeric">{written(feature, value)}</td>
                <td className="numeric">{written(feature, median)}</td>
                <td className="numeric">{written(feature, spread)}</td>
                <td className="numeric">{numberText(deviations, { language, decimals: 1, signed: true })}</td>
                <td className="numeric">{numberText(size, { language, decimals: 0 })}</td>
                <td>{field}</td>
                <td>{quarter}</td>
                <td>{frozenBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="remark">{word('screening.cohort.explained')}</p>
    </>
  );
}

const columnWords = {
  value: 'screening.cohort.value',
  median: 'screening.cohort.median',
  spread: 'screening.cohort.spread',
  deviations: 'screening.cohort.deviations',
  size: 'screening.cohort.size',
} as const;
