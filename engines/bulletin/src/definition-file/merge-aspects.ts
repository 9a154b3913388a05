import type { Aspects } from '../table-definition.js';

/** What holds for a cell: its row and its column, and where neither says anything the sheet. Parts of a breakdown add up. */
export function mergeAspects(common: Aspects, row: Aspects, column: Aspects): Aspects {
  const pick = <Name extends keyof Aspects>(name: Name): Aspects[Name] => row[name] ?? column[name] ?? common[name];
  const breakdown = { ...common.breakdown, ...row.breakdown, ...column.breakdown };
  return {
    indicator: pick('indicator'),
    breakdown: Object.keys(breakdown).length === 0 ? null : breakdown,
    statistic: pick('statistic'),
    origin: pick('origin'),
    area: pick('area'),
    span: pick('span'),
    yearsBefore: pick('yearsBefore'),
    change: pick('change'),
    unit: pick('unit'),
    decimals: pick('decimals'),
    notYet: pick('notYet'),
  };
}

/** What a row and a column both say, so that one of them would be passed over; unit and decimals may be narrowed. */
export function saidTwice(row: Aspects, column: Aspects): string | null {
  const single = ['indicator', 'statistic', 'origin', 'area', 'span', 'yearsBefore', 'change'] as const;
  const twice = single.find((name) => row[name] !== null && column[name] !== null);
  if (twice !== undefined) return twice === 'yearsBefore' ? 'years_before' : twice;
  return Object.keys(row.breakdown ?? {}).find((dimension) => Object.hasOwn(column.breakdown ?? {}, dimension)) ?? null;
}
