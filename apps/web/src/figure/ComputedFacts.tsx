import type { ComputedDefinition } from '@zhiheng/indicators';
import { attributionWords, conventionWords, netWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { dimensionName } from './dimension-names.js';

const countWords = {
  holders: 'definition.count.holders',
  claims: 'definition.count.claims',
  amount: 'definition.count.amount',
  rights: 'definition.count.rights',
  years: 'definition.count.years',
} as const;

/** What a figure that is counted from records asks of them. */
export function ComputedFacts({ definition }: { readonly definition: ComputedDefinition }) {
  const words = useWords();
  const { word } = words;
  const { holder, at } = definition.attribution;
  const count = definition.kind === 'duration' || definition.count === 'records' ? null : definition.count;
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
      {count !== null ? (
        <>
          <dt>{word('definition.count')}</dt>
          <dd>{word(countWords[count])}</dd>
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
  if (definition.kind === 'flow' || definition.kind === 'distribution') {
    return (
      <>
        {word('clock.flow')} <code>{definition.date}</code>
        {definition.kind === 'flow' ? null : (
          <>
            {word('list.semicolon')}
            <code>{definition.column}</code>
            {word('list.semicolon')}
            {word('clock.more-than', { n: definition.moreThan })}
          </>
        )}
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
