import type { ComparedIndicator } from '@zhiheng/office';
import { useState } from 'react';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';

export interface ComparedFilterProps {
  readonly view: PageView;
  readonly indicators: readonly ComparedIndicator[];
}

/** Which differences are looked at: of one indicator, one area, one period. */
export function ComparedFilter({ view, indicators }: ComparedFilterProps) {
  const { word, own } = useWords();
  const { provinces, nameOf } = useAreaNames();
  const { state, set } = view;
  const [period, setPeriod] = useState(state.period ?? '');
  const narrow = (change: { indicator?: string | undefined; area?: string | undefined; period?: string | undefined }) =>
    set({ ...change, page: undefined, cell: undefined });
  const told = (value: string) => (value === '' ? undefined : value);
  const groups = ['ALL', 'CN', 'CN-ML'];
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
        narrow({ period: told(period.trim()) });
      }}
    >
      <label className="choice">
        <span>{word('vintages.column.indicator')}</span>
        <select value={state.indicator ?? ''} onChange={(event) => narrow({ indicator: told(event.target.value) })}>
          <option value="">{word('compare.every-indicator')}</option>
          {indicators.map(({ indicator, names, different }) => (
            <option key={indicator} value={indicator}>
              {word('compare.indicator-option', { name: own(names), n: different })}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        <span>{word('compare.area')}</span>
        <select value={state.area ?? ''} onChange={(event) => narrow({ area: told(event.target.value) })}>
          <option value="">{word('compare.every-area')}</option>
          {groups.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
          {provinces.map(({ code, names }) => (
            <option key={code} value={code}>
              {own(names)}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        <span>{word('compare.period')}</span>
        <input
          type="text"
          value={period}
          size={10}
          maxLength={20}
          placeholder="2023-Q2"
          onChange={(event) => setPeriod(event.target.value)}
        />
      </label>
      <button type="submit">{word('compare.apply')}</button>
    </form>
  );
}
