import type { ComputedDefinition, Definition } from '@zhiheng/indicators';
import { symbolOf } from '../numbers/quantity.js';
import { attributionWords, betterWords, conventionWords, indicatorKindWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** A definition as facts, then as the file it stands in. */
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
      </dl>
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
      <details>
        <summary>
          {word('definition.file')} <code>{definition.file}</code>
        </summary>
        <section className="code" aria-label={definition.file}>
          <pre>{definition.text}</pre>
        </section>
        <p className="hash unit">SHA-256 {definition.hash}</p>
      </details>
    </>
  );
}

function ComputedFacts({ definition }: { readonly definition: ComputedDefinition }) {
  const { word } = useWords();
  const { holder, at } = definition.attribution;
  return (
    <>
      <dt>{word('definition.where')}</dt>
      <dd>
        <code>{definition.where}</code>
      </dd>
      <dt>{word('definition.clock')}</dt>
      <dd>
        <ClockText definition={definition} />
      </dd>
      <dt>{word('definition.attribution')}</dt>
      <dd>{word(attributionWords[`${holder}-at-${at}`])}</dd>
      {definition.breakdowns.length === 0 ? null : (
        <>
          <dt>{word('definition.breakdowns')}</dt>
          <dd>
            <code>{definition.breakdowns.join(', ')}</code>
          </dd>
        </>
      )}
    </>
  );
}

function ClockText({ definition }: { readonly definition: ComputedDefinition }) {
  const { word } = useWords();
  if (definition.kind === 'flow') {
    return (
      <>
        {word('clock.flow')} <code>{definition.date}</code>
      </>
    );
  }
  if (definition.kind === 'stock') {
    return (
      <>
        {word('clock.stock')}{' '}
        <code>
          {definition.starts} … {definition.ends}
        </code>
      </>
    );
  }
  const { start, end, convention, target } = definition.clock;
  return (
    <>
      <code>
        {start} → {end}
      </code>
      {word('list.semicolon')}
      {word(conventionWords[convention])}
      {target === null ? null : word('list.semicolon') + word('clock.target', { months: target })}
    </>
  );
}
