import type { IndicatorListItem } from '@zhiheng/office';
import { isUnit } from '@zhiheng/vocabulary';
import { Select } from '../figure/choices.js';
import { symbolOf } from '../numbers/quantity.js';
import { indicatorKindWords } from '../words/term-ids.js';
import { useWords, type Words } from '../words/words.js';
import { type FacetName, facetNames, type IndicatorsState } from './indicators-state.js';
import { choicesOf, type Values } from './narrow-indicators.js';

const headings: Readonly<Record<FacetName, string>> = {
  kind: 'indicators.column.kind',
  unit: 'indicators.column.unit',
  table: 'indicators.facet.table',
  values: 'indicators.facet.values',
  provisional: 'indicators.facet.provisional',
};
const choiceWords: Readonly<Record<string, string>> = {
  'provisional yes': 'indicators.facet.provisional.yes',
  'provisional no': 'indicators.facet.provisional.no',
  'values yes': 'indicators.facet.values.yes',
  'values no': 'indicators.facet.values.no',
  'table patents': 'indicators.table.patents',
  'table trademarks': 'indicators.table.trademarks',
  'table recordals': 'indicators.table.recordals',
  'table none': 'indicators.table.none',
};

export interface FacetsProps {
  readonly items: readonly IndicatorListItem[];
  readonly state: IndicatorsState;
  readonly values: Values;
  readonly set: (change: IndicatorsState) => void;
}

/** Conditions beside the words, each choice with the number of indicators that it leaves. */
export function Facets({ items, state, values, set }: FacetsProps) {
  const words = useWords();
  const { word } = words;
  return (
    <div className="facets">
      {facetNames.map((name) => {
        const choices = choicesOf(items, state, values, name);
        return (
          <Select
            key={name}
            label={word(headings[name])}
            value={state[name] ?? ''}
            choose={(value) => set({ [name]: value === '' ? undefined : value })}
          >
            <option value="">{word('indicators.facet.any')}</option>
            {choices.map(({ value, count }) => (
              <option key={value} value={value}>
                {word('indicators.option', { name: choiceName(words, items, name, value), n: count })}
              </option>
            ))}
          </Select>
        );
      })}
    </div>
  );
}

function choiceName(words: Words, items: FacetsProps['items'], name: FacetName, value: string): string {
  if (name === 'kind') {
    const id = Object.entries(indicatorKindWords).find(([kind]) => kind === value)?.[1];
    return id === undefined ? value : words.word(id);
  }
  if (name === 'unit') return unitName(words, items, value);
  const id = choiceWords[`${name} ${value}`];
  return id === undefined ? value : words.word(id);
}

/** A unit by its symbol, with its name where several units are written alike. */
function unitName({ language }: Words, items: FacetsProps['items'], unit: string): string {
  const symbol = (one: string) => (isUnit(one) ? symbolOf(one, language) : '');
  const own = symbol(unit);
  if (own === '') return unit;
  const alike = new Set(items.map((item) => item.unit).filter((one) => symbol(one) === own));
  return alike.size > 1 ? `${own} · ${unit}` : own;
}
