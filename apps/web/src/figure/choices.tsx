import type { ReactNode } from 'react';
import { statisticWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { kindName, sourceName } from './choice-names.js';
import type { FigureView } from './figure-view.js';

type ChoiceProps = { readonly view: FigureView };

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ReactNode;
}

export function Select({ label, value, choose, children }: SelectProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {children}
      </select>
    </label>
  );
}

/** Published or computed, real or synthetic: only what exists. A change keeps area and period. */
export function SourceChoice({ view: { choice, set } }: ChoiceProps) {
  const words = useWords();
  return (
    <fieldset className="choice">
      <legend>{words.word('choice.source')}</legend>
      {choice.sources.map((source) => (
        <label key={`${source.origin} ${source.dataset}`} className="radio">
          <input
            type="radio"
            name="source"
            checked={source.origin === choice.source.origin && source.dataset === choice.source.dataset}
            onChange={() =>
              set({
                origin: source.origin,
                dataset: source.dataset,
                kind: undefined,
                statistic: undefined,
                part: undefined,
                by: undefined,
              })
            }
          />
          <span className={source.dataset === 'synthetic' ? 'hatched' : undefined}>{sourceName(words, source)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function AreaChoice({ view: { choice, areas, set } }: ChoiceProps) {
  const { word, own } = useWords();
  const groups = areas.filter((area) => area.level === 'group');
  const provinces = areas.filter((area) => area.level === 'province');
  const known = areas.some((area) => area.code === choice.area);
  const options = (list: typeof areas) =>
    list.map((area) => (
      <option key={area.code} value={area.code}>
        {own(area.names)}
      </option>
    ));
  return (
    <Select label={word('choice.area')} value={choice.area} choose={(area) => set({ area })}>
      {known ? null : <option value={choice.area}>{choice.area}</option>}
      <optgroup label={word('choice.area.groups')}>{options(groups)}</optgroup>
      <optgroup label={word('choice.area.provinces')}>{options(provinces)}</optgroup>
    </Select>
  );
}

export function KindChoice({ view: { choice, set } }: ChoiceProps) {
  const words = useWords();
  if (choice.kinds.length < 2 && choice.kind === null) return null;
  return (
    <Select
      label={words.word('choice.kind')}
      value={choice.kind ?? 'all'}
      choose={(kind) => set({ kind: kind === 'all' && choice.kinds[0] === null ? undefined : kind })}
    >
      {choice.kinds.map((kind) => (
        <option key={kind ?? 'all'} value={kind ?? 'all'}>
          {kindName(words, kind)}
        </option>
      ))}
    </Select>
  );
}

export function StatisticChoice({ view: { choice, set } }: ChoiceProps) {
  const { word } = useWords();
  if (choice.statistics.length < 2 || choice.statistic === null) return null;
  return (
    <Select
      label={word('choice.statistic')}
      value={choice.statistic}
      choose={(name) => set({ statistic: choice.statistics.find((known) => known === name) })}
    >
      {choice.statistics.map((name) => (
        <option key={name} value={name}>
          {word(statisticWords[name])}
        </option>
      ))}
    </Select>
  );
}
