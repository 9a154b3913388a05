import { type Definition, readPart } from '@zhiheng/indicators';
import type { SheetMap } from '@zhiheng/sheets';
import {
  type AreaDirectory,
  type Breakdown,
  isUnit,
  nearestWord,
  origins,
  statistics,
  UserFault,
  units,
} from '@zhiheng/vocabulary';
import type { Aspects } from '../table-definition.js';

/** What the file of a table may name. */
export interface TableContext {
  /** The definitions in force. */
  readonly definitions: readonly Definition[];
  readonly areas: Pick<AreaDirectory, 'get'>;
  /** The id that the file must give; any when left out. */
  readonly id?: string;
}

export const spans = ['period', 'to-date'] as const;
export const changes = ['growth'] as const;
export const mostYearsBefore = 50;
export const mostDecimals = 6;

export const noAspects: Aspects = {
  indicator: null,
  breakdown: null,
  statistic: null,
  origin: null,
  area: null,
  span: null,
  yearsBefore: null,
  change: null,
  unit: null,
  decimals: null,
  notYet: null,
};

/** What a map says of cells; whoever reads it closes it. */
export function readAspects(map: SheetMap, { definitions, areas }: TableContext): Aspects {
  const indicator = map.optionalText('indicator');
  const ids = definitions.map(({ id }) => id);
  if (indicator !== null && indicator !== '' && !ids.includes(indicator)) {
    map.note('indicator', {
      what: 'no indicator has this id',
      found: indicator,
      expected: 'an id of `zhiheng indicator list`',
      didYouMean: nearestWord(indicator, ids),
    });
  }
  const area = map.optionalText('area');
  if (area !== null && area !== '') noteUnknownArea(map, area, areas);
  return {
    indicator,
    breakdown: readParts(map),
    statistic: map.optionalChoice('statistic', statistics),
    origin: map.optionalChoice('origin', origins),
    area,
    span: map.optionalChoice('span', spans),
    yearsBefore: map.has('years_before') ? map.count('years_before', mostYearsBefore) : null,
    change: map.optionalChoice('change', changes),
    unit: readUnit(map),
    decimals: map.has('decimals') ? map.count('decimals', mostDecimals) : null,
    notYet: map.has('not_yet') ? map.localized('not_yet') : null,
  };
}

function noteUnknownArea(map: SheetMap, code: string, areas: Pick<AreaDirectory, 'get'>): void {
  try {
    areas.get(code);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    const { expected, didYouMean } = error.detail;
    map.note('area', { what: 'no area has this code', found: code, expected, didYouMean });
  }
}

function readParts(map: SheetMap): Breakdown | null {
  const parts = map.optionalMap('breakdown');
  if (parts === null) return null;
  const read = Object.fromEntries(parts.keys().map((dimension) => [dimension, parts.text(dimension)]));
  parts.close();
  return read;
}

function readUnit(map: SheetMap) {
  const unit = map.optionalText('unit');
  if (unit === null || unit === '' || isUnit(unit)) return isUnit(unit) ? unit : null;
  const known = Object.keys(units);
  map.note('unit', {
    what: 'no unit is named so',
    found: unit,
    expected: 'a unit of the vocabulary',
    didYouMean: nearestWord(unit, known),
  });
  return null;
}

/** `kind=invention,holder_type=university`; null for the total. */
export function breakdownText(breakdown: Breakdown | null): string | null {
  const parts = Object.entries(breakdown ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return parts.length === 0 ? null : parts.map(([name, value]) => `${name}=${value}`).join(',');
}

/** Why a definition has no such part; null where it has. */
export function breakdownFault(breakdown: Breakdown, definition: Definition): UserFault | null {
  try {
    readPart(breakdownText(breakdown), definition);
    return null;
  } catch (error) {
    if (error instanceof UserFault) return error;
    throw error;
  }
}
