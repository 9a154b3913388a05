import type { ExplainedTest } from '@zhiheng/indicators';
import { useWords } from '../words/words.js';
import { SeenValues } from './SeenValues.js';
import { seenName } from './seen-name.js';
import { columnName, testWords } from './test-words.js';

const sources: Readonly<Record<ExplainedTest['source'], string>> = {
  asked: 'why.source.asked',
  scope: 'why.source.scope',
  condition: 'why.source.condition',
  dates: 'why.source.dates',
  intervals: 'why.source.intervals',
};

export interface WhyTestsProps {
  readonly tests: readonly ExplainedTest[];
  readonly nameOf: (area: string) => string;
}

/** The tests in the order in which a record meets them; those joined by `or` and `not` stand below the test that joins them. */
export function WhyTests({ tests, nameOf }: WhyTestsProps) {
  const words = useWords();
  const { word } = words;
  const firstFailed = tests.findIndex(({ holds }) => holds !== true);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('why.tests')} tabIndex={0}>
      <table className="tests">
        <thead>
          <tr>
            <th scope="col">{word('why.test')}</th>
            <th scope="col">{word('why.answer')}</th>
            <th scope="col">{word('why.values')}</th>
            <th scope="col">{word('why.source')}</th>
          </tr>
        </thead>
        {tests.map((test, index) => (
          <tbody key={`${test.source} ${test.text}`} className={index === firstFailed ? 'failed' : undefined}>
            <tr>
              <th scope="row">
                {test.source === 'asked' ? (
                  <AskedText test={test} nameOf={nameOf} />
                ) : (
                  <TestText text={testWords(words, test.text, nameOf)} own={test.source === 'condition'} />
                )}
              </th>
              <td>
                <Answer holds={test.holds} />
              </td>
              <td>
                <SeenValues values={test.values} nameOf={nameOf} />
              </td>
              <td className="unit">{word(sources[test.source])}</td>
            </tr>
            {test.parts.map((part) => (
              <tr key={part.text} className="part">
                <td>
                  <TestText text={testWords(words, part.text, nameOf)} own />
                </td>
                <td>
                  <Answer holds={part.holds} />
                </td>
                <td>
                  <SeenValues values={part.values} nameOf={nameOf} />
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** What was asked for: `kind = 'invention'` in the words of the page. */
function AskedText({ test, nameOf }: { readonly test: ExplainedTest; readonly nameOf: (area: string) => string }) {
  const words = useWords();
  const [, column, value] = /^([a-z_]+) = '(.*)'$/.exec(test.text) ?? [];
  if (column === undefined || value === undefined) return testWords(words, test.text, nameOf);
  return words.word('test.equal', { column: columnName(words, column), other: seenName(words, column, value) });
}

/** A condition stays as the definition writes it. */
function TestText({ text, own }: { readonly text: string; readonly own: boolean }) {
  return own ? <code>{text}</code> : text;
}

function Answer({ holds }: { readonly holds: boolean | null }) {
  const { word } = useWords();
  const sign = holds === null ? '?' : holds ? '●' : '○';
  return (
    <span className={holds === true ? 'held' : 'not-held'}>
      <span aria-hidden="true">{sign} </span>
      {word(holds === null ? 'why.not-known' : holds ? 'why.yes' : 'why.no')}
    </span>
  );
}
