import type { TargetAnswer } from '@zhiheng/office';
import { basisWords, projectionMethodWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { PrecedentTable } from './PrecedentTable.js';
import { percentText } from './percent-text.js';

/** How the target was judged: the rule and each step with the numbers it used, and for a projection the years it rests on. */
export function JudgedBlock({ answer: { steps, verdict } }: { readonly answer: TargetAnswer }) {
  const { word, own, language } = useWords();
  const { basis, projection } = verdict;
  // The years are a table of their own.
  const told = steps.filter(({ code }) => !code.startsWith('earlier-'));
  return (
    <section className="block" id="judged">
      <h2>{word('target.block.judged')}</h2>
      <ol className="steps">
        {told.map(({ code, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in their order
          <li key={index} className={`step-${code}`}>
            {own(text)}
          </li>
        ))}
      </ol>
      {basis === null ? null : (
        <dl className="facts">
          <dt>{word('target.basis')}</dt>
          <dd>{word(basisWords[basis])}</dd>
          {projection === null ? null : (
            <>
              <dt>{word('target.method')}</dt>
              <dd>{word(projectionMethodWords[projection.method])}</dd>
              <dt>{word('target.level')}</dt>
              <dd>
                {percentText(projection.level, language)}
                {projection.levelProvisional ? (
                  <span className="provisional">{word('target.level-provisional')}</span>
                ) : null}
              </dd>
            </>
          )}
        </dl>
      )}
      {projection === null ? null : <PrecedentTable verdict={verdict} projection={projection} />}
    </section>
  );
}
