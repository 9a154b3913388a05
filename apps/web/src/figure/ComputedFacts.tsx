import type { ComputedDefinition } from '@zhiheng/indicators';
import { attributionWords, conventionWords, netWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { dimensionName } from './dimension-names.js';

/** What a figure that is counted from records asks of them. */
export function ComputedFacts({ definition }: { readonly definition: ComputedDefinition }) {
  const words = useWords();
  const { word } = words;
  const { holder, at } = definition.attribution;
  const holders = definition.kind !== 'duration' && definition.count === 'holders';
  return (
    <>
      <dt>{word('definition.where')}</dt>
      <dd>
        <code className="expression">{definition.where}</code>
      </dd>
      <dt>{word('definition.clock')}</dt>
      <dd>
        <ClockText definition={definition} />
      </dd>
      <dt>{word('definition.attribution')}</dt>
      <dd>{word(attributionWords[`${holder}-at-${at}`])}</dd>
      <dt>{word('definition.net')}</dt>
      <dd>{word(netWords[definition.net ?? 'gross'])}</dd>
      {definition.scope === null ? null : (
        <>
          <dt>{word('definition.scope')}</dt>
          <dd>
            <code>{definition.scope}</code>
          </dd>
        </>
      )}
      {holders ? (
        <>
          <dt>{word('definition.count')}</dt>
          <dd>{word('definition.count.holders')}</dd>
        </>
      ) : null}
      {definition.breakdowns.length === 0 ? null : (
        <>
          <dt>{word('definition.breakdowns')}</dt>
          <dd>
            {definition.breakdowns
              .map((combination) => combination.map((name) => dimensionName(words, name)).join(' × '))
              .join(word('list.semicolon'))}
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
