import type { AreaAnswer } from '@zhiheng/office';
import { isKind, kindNames, type Observation } from '@zhiheng/vocabulary';
import { periodName } from '../numbers/period-name.js';
import { statisticWords } from '../words/term-ids.js';
import type { Words } from '../words/words.js';
import type { FigureChoice, FigureSource } from './choose-figure.js';

export function areaName(words: Words, areas: readonly AreaAnswer[], code: string): string {
  const area = areas.find((one) => one.code === code);
  return area === undefined ? code : words.own(area.names);
}

export function kindName(words: Words, kind: string | null): string {
  if (kind === null) return words.word('kind.all');
  return isKind(kind) ? words.own(kindNames[kind]) : kind;
}

/** 公布值, 计算值, 计算值（模拟数据）. */
export function sourceName(words: Words, source: FigureSource): string {
  if (source.dataset === 'synthetic') return words.word('source.synthetic');
  if (source.origin === 'published') return words.word('origin.published');
  return words.word(source.origin === 'computed' ? 'origin.computed' : 'origin.estimated');
}

/** The choice in one line: area, period, kind, statistic. */
export function choiceName(words: Words, areas: readonly AreaAnswer[], choice: FigureChoice): string {
  const parts = [areaName(words, areas, choice.area), periodName(words, choice.period)];
  if (choice.kind !== null) parts.push(kindName(words, choice.kind));
  if (choice.statistic !== null) parts.push(words.word(statisticWords[choice.statistic]));
  return parts.join(' · ');
}

/** Name of a saved file; says when the values are synthetic. */
export function fileName(
  words: Words,
  part: string,
  choice: FigureChoice,
  row: Pick<Observation, 'indicator'>,
): string {
  const pieces = [row.indicator, choice.area, choice.period, choice.kind, choice.statistic, part];
  const label = choice.source.dataset === 'synthetic' ? words.word('synthetic') : choice.source.origin;
  return [...pieces.filter((piece) => piece !== null), label].join('-').replaceAll(/\s+/g, '-');
}
