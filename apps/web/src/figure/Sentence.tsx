import type { Observation } from '@zhiheng/vocabulary';
import { NoValue } from '../marks/NoValue.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { numberText } from '../numbers/format-number.js';
import { periodName } from '../numbers/period-name.js';
import { formOf, quantityText } from '../numbers/quantity.js';
import { OwnText } from '../words/OwnText.js';
import { statisticWords, statusWords } from '../words/term-ids.js';
import { sentence, useWords, type Words } from '../words/words.js';
import { areaName, kindName } from './choice-names.js';
import { seriesOf } from './choose-figure.js';
import { type Comparison, compareYearBefore } from './compare-year-before.js';
import type { FigureView } from './figure-view.js';

/** The figure in one sentence; the value opens what it is made of. */
export function Sentence({ view, waiting }: { readonly view: FigureView; readonly waiting: boolean }) {
  const words = useWords();
  const { choice, row } = view;
  const details: string[] = [];
  if (choice.kind !== null) details.push(kindName(words, choice.kind));
  if (choice.statistic !== null) details.push(words.word(statisticWords[choice.statistic]));
  const own = words.own(view.definition.names);
  const detail = details.join(words.word('list.comma'));
  const name = detail === '' ? own : words.word('sentence.name', { name: own, detail });
  const area = areaName(words, view.areas, choice.area);
  const parts = { period: periodName(words, choice.period), area, name };
  if (row === null || row.value === null) {
    const status = row?.status ?? 'missing';
    return (
      <p className="sentence">
        {waiting
          ? '\u00a0'
          : sentence(words, 'sentence.missing', { ...parts, value: <NoValue key="value" status={status} /> })}
      </p>
    );
  }
  const value = (
    <a key="value" className="opens figure-value" href="#made-of">
      <QuantityText value={row.value} form={formOf(row, view.definition.decimals)} bound={row.bound} />
    </a>
  );
  const stock = view.definition.kind === 'stock';
  return (
    <p className="sentence">
      {sentence(words, stock ? 'sentence.stock' : 'sentence.value', { ...parts, value })}
      {comparisonText(words, compareYearBefore(row, seriesOf(view.rows, choice), view.definition.decimals))}
      {words.word('sentence.end')} <OriginMark origin={row.origin} />
      <RowRemarks row={row} />
    </p>
  );
}

function RowRemarks({ row }: { readonly row: Observation }) {
  const { word } = useWords();
  const note = row.publication?.words.note ?? null;
  return (
    <>
      {row.status === 'final' ? null : <span className="origin-mark">{word(statusWords[row.status])}</span>}
      {note === null ? null : (
        <small className="remark">
          <OwnText text={note} />
        </small>
      )}
    </>
  );
}

function comparisonText(words: Words, comparison: Comparison): string {
  const { word, language } = words;
  if (comparison.kind === 'growth') {
    const rate = numberText(Math.abs(comparison.rate), { language, decimals: 1, shift: 2 });
    if (comparison.rate === 0) return word('compare.same');
    return word(comparison.rate > 0 ? 'compare.growth.more' : 'compare.growth.less', { rate });
  }
  if (comparison.kind === 'difference') {
    const form = { unit: comparison.unit, decimals: comparison.decimals };
    const difference = quantityText(Math.abs(comparison.difference), form, language).replace(/^\+/, '');
    if (comparison.difference === 0) return word('compare.same');
    const points =
      comparison.unit.startsWith('percent') || comparison.unit === 'share' || comparison.unit === 'growth-rate';
    const amount = points ? word('compare.points', { points: difference.replace(/\s*%.*$/, '') }) : difference;
    return word(comparison.difference > 0 ? 'compare.difference.more' : 'compare.difference.less', { amount });
  }
  return '';
}
