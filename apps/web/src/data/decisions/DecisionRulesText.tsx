import type { DecisionRules } from '@zhiheng/office';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { useWords } from '../../words/words.js';
import { outcomeWord } from './decision-words.js';

/** The grounds that a decision can rest on, and which decisions take an application out of counts. */
export function DecisionRulesText({ rules: { grounds, policy } }: { readonly rules: DecisionRules }) {
  const { word, own } = useWords();
  return (
    <details className="decision-rules">
      <summary>{word('decisions.rules')}</summary>
      <p>
        {own(policy.names as LocalizedText)}
        {policy.provisional ? <span className="mark"> {word('decisions.provisional')}</span> : null}
      </p>
      <ul>
        {policy.rules.map((rule) => (
          <li key={rule.validFrom}>
            {word(rule.from === 'notice' ? 'decisions.rule.from-notice' : 'decisions.rule.from-decision', {
              from: rule.validFrom,
              to: rule.validTo ?? word('decisions.no-end'),
              outcomes: rule.outcomes.map((outcome) => word(outcomeWord(outcome))).join(word('list.comma')),
            })}
          </li>
        ))}
      </ul>
      <table className="ruled">
        <caption className="unseen">{word('decisions.grounds')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('decisions.column.ground')}</th>
            <th scope="col">{word('decisions.column.source')}</th>
            <th scope="col">{word('decisions.column.days')}</th>
          </tr>
        </thead>
        <tbody>
          {grounds.map(({ id, names, source, validFrom, validTo, provisional }) => (
            <tr key={id}>
              <th scope="row">
                <code>{id}</code> {own(names as LocalizedText)}
              </th>
              <td data-heading={word('decisions.column.source')}>
                <span lang="zh-Hans">
                  {source.text} {source.article}
                </span>
                {provisional ? <span className="mark"> {word('decisions.provisional')}</span> : null}
              </td>
              <td data-heading={word('decisions.column.days')}>
                {validFrom} – {validTo ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
