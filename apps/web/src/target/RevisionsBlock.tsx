import type { RuleValues, Verdict } from '@zhiheng/programme';
import { numberText } from '../numbers/format-number.js';
import { decimalsOfStep, symbolOf } from '../numbers/quantity.js';
import { limitText } from '../overview/limit-text.js';
import { useWords, type Words } from '../words/words.js';

/** What the target was before, since when it is what it is, and why; old ones stay. */
export function RevisionsBlock({ verdict }: { readonly verdict: Verdict }) {
  const words = useWords();
  const { word, own } = words;
  const { revisions } = verdict;
  return (
    <section className="block" id="revisions">
      <h2>{word('target.block.revisions')}</h2>
      {revisions.length === 0 ? (
        <p className="empty-line">{word('target.no-revisions')}</p>
      ) : (
        <table className="revisions">
          <thead>
            <tr>
              <th scope="col">{word('target.column.from')}</th>
              <th scope="col">{word('target.column.before')}</th>
              <th scope="col">{word('target.column.after')}</th>
              <th scope="col">{word('target.column.why')}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ effectiveOn, inForce, before, after, reason, document }) => (
              <tr key={effectiveOn}>
                <th scope="row">
                  {effectiveOn}
                  {inForce ? null : <span className="origin-mark">{word('target.to-come')}</span>}
                </th>
                <td>{ruleText(words, verdict, before)}</td>
                <td>{ruleText(words, verdict, after)}</td>
                <td>
                  {own(reason)} <span className="document-number">{document}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ruleText(words: Words, verdict: Verdict, { limit, tolerance, test }: RuleValues): string {
  const number = (value: number) => {
    const shift = verdict.unit === 'share' || verdict.unit === 'growth-rate' ? 2 : 0;
    const decimals = Math.max(0, decimalsOfStep(value) - shift);
    const text = numberText(value, { language: words.language, decimals, shift });
    return `${text} ${symbolOf(verdict.unit, words.language)}`.trim();
  };
  const parts = [
    ...(limit === undefined ? [] : [limitText(words, { ...verdict, limit })]),
    ...(tolerance === undefined ? [] : [`± ${number(tolerance)}`]),
    ...(test === undefined ? [] : [words.word('target.test', { margin: number(test.margin) })]),
  ];
  return parts.join(words.word('list.comma'));
}
