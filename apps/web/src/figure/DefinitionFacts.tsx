import type { Definition } from '@zhiheng/indicators';
import { symbolOf } from '../numbers/quantity.js';
import { betterWords, indicatorKindWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { ComputedFacts } from './ComputedFacts.js';
import { ConditionList } from './ConditionList.js';
import { MadeFacts } from './MadeFacts.js';
import { ParameterList } from './ParameterList.js';

/** A definition as facts. */
export function DefinitionFacts({ definition }: { readonly definition: Definition }) {
  const { word, own, language } = useWords();
  return (
    <>
      <dl className="facts">
        <dt>{word('definition.summary')}</dt>
        <dd>{own(definition.summary)}</dd>
        <dt>{word('definition.kind')}</dt>
        <dd>{word(indicatorKindWords[definition.kind])}</dd>
        <dt>{word('definition.unit')}</dt>
        <dd>
          {symbolOf(definition.unit, language) || '–'}
          {word('list.semicolon')}
          {word('definition.decimals', { decimals: definition.decimals })}
        </dd>
        {definition.better === null ? null : (
          <>
            <dt>{word('definition.better')}</dt>
            <dd>{word(betterWords[definition.better])}</dd>
          </>
        )}
        {'attribution' in definition ? <ComputedFacts definition={definition} /> : null}
        <MadeFacts definition={definition} />
        {definition.kind === 'sample' ? (
          <>
            <dt>{word('definition.plan')}</dt>
            <dd>
              <code>{definition.plan}</code>
            </dd>
          </>
        ) : null}
      </dl>
      {definition.kind === 'stock' ? <ConditionList conditions={definition.conditions} /> : null}
      {'parameters' in definition ? <ParameterList parameters={definition.parameters} /> : null}
      {definition.traps.length === 0 ? null : (
        <div className="traps">
          <h3>{word('definition.traps')}</h3>
          <ul>
            {definition.traps.map((trap) => (
              <li key={trap.en}>{own(trap)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
