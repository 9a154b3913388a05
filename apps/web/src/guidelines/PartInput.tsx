import type { IndicatorListItem } from '@zhiheng/office';
import { type Statistic, type UnitId, units } from '@zhiheng/vocabulary';
import { useEffect, useId } from 'react';
import { statisticWords, targetKindWords } from '../words/term-ids.js';
import { useWords, type Words } from '../words/words.js';
import type { FieldInput } from './field-inputs.js';

export interface PartInputProps {
  readonly input: FieldInput;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly indicators: readonly IndicatorListItem[];
  /** The first of a form takes the focus. */
  readonly first: boolean;
}

/** One part of a field, as its type is written. */
export function PartInput({ input, value, set, indicators, first }: PartInputProps) {
  const words = useWords();
  const { word } = words;
  const id = useId();
  useEffect(() => {
    if (first) document.getElementById(id)?.focus();
  }, [first, id]);
  const type = { text: 'text', number: 'text', day: 'date', list: 'text' }[input.type as string] ?? 'text';
  if (input.type === 'truth') {
    return (
      <label className="radio" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => set(String(event.target.checked))}
        />
        {word(input.label)}
      </label>
    );
  }
  return (
    <label className="choice" htmlFor={id}>
      <span>{word(input.label)}</span>
      {input.type === 'choice' ? (
        <select id={id} value={value} onChange={(event) => set(event.target.value)}>
          {optionsOf(words, input, indicators).map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      ) : input.type === 'long' || input.type === 'json' ? (
        <textarea
          id={id}
          rows={input.type === 'json' ? 8 : 3}
          spellCheck={false}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      ) : (
        <input
          id={id}
          type={type}
          {...(input.type === 'number' ? { inputMode: 'decimal' as const } : {})}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </label>
  );
}

const choiceWords: Readonly<Record<string, string>> = {
  ...targetKindWords,
  ...{ rises: 'direction.rises', falls: 'direction.falls' },
  ...{ published: 'origin.published', computed: 'origin.computed', estimated: 'origin.estimated' },
  ...{ aims: 'review.role.aims', duties: 'review.role.duties', requirements: 'review.role.requirements' },
};

function optionsOf(
  { word, own }: Words,
  { key, options = [] }: FieldInput,
  indicators: readonly IndicatorListItem[],
): (readonly [string, string])[] {
  if (key === 'subject.indicator') {
    const named = indicators.map(({ id, names }) => [id, `${own(names)} · ${id}`] as const);
    return [['', word('review.not-linked')], ...named];
  }
  return options.map((one) => {
    if (one === '') return [one, '–'];
    if (key === 'unit') return [one, `${own(units[one as UnitId].symbol)} · ${one}`];
    const id = key === 'subject.statistic' ? statisticWords[one as Statistic] : choiceWords[one];
    return [one, id === undefined ? one : word(id)];
  });
}
