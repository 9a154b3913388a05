import type { AreaAnswer } from '@zhiheng/office';
import { type Observation, recordKindName } from '@zhiheng/vocabulary';
import { periodName } from '../numbers/period-name.js';
import { localeOf } from '../words/language.js';
import { statisticWords } from '../words/term-ids.js';
import type { Words } from '../words/words.js';
import type { FigureChoice, FigureSource } from './choose-figure.js';

/** A listed area by its name; a part of a province by the province and its code; another country by its name. */
export function areaName(words: Words, areas: readonly AreaAnswer[], code: string): string {
  const named = (wanted: string) => areas.find((one) => one.code === wanted);
  const area = named(code);
  if (area !== undefined) return words.own(area.names);
  if (/^[A-Z]{2}$/.test(code) && code !== 'XX') return countryName(words, code);
  const province = /^\d{6}$/.test(code) ? named(`${code.slice(0, 2)}0000`) : undefined;
  return province === undefined ? code : `${words.own(province.names)} ${code}`;
}

function countryName(words: Words, code: string): string {
  return new Intl.DisplayNames([localeOf[words.language]], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

export function kindName(words: Words, kind: string | null): string {
  if (kind === null) return words.word('kind.all');
  const name = recordKindName(kind);
  return name === null ? kind : words.own(name);
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
