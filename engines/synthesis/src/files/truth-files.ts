import type { Application } from '../application.js';
import { dayText } from '../calendar.js';
import type { Deed } from '../deeds/deed.js';
import { groupTruthColumns } from '../groups/group-truth.js';
import type { Mention } from '../parties/party-source.js';
import { csvLine, label } from './cells.js';

/** Files of right answers beside `truth.json`, with their header lines. */
export const truthHeaders = {
  /** Which party each mention is. */
  'truth-parties.csv': csvLine(['table', 'number', 'position', 'party', 'form', '模拟数据']),
  /** Which area each address tells. */
  'truth-addresses.csv': csvLine(['table', 'number', 'position', 'area', 'form', '模拟数据']),
  'truth-transfers.csv': csvLine([
    'number',
    'deed',
    'recorded_on',
    'from_party',
    'from_area',
    'to_party',
    'to_area',
    '模拟数据',
  ]),
  'truth-dirt.csv': csvLine(['file', 'line', 'number', 'found_by', 'sort', '模拟数据']),
  'truth-groups.csv': csvLine([...groupTruthColumns, '模拟数据']),
} as const;
export type TruthFile = keyof typeof truthHeaders;

/** `201810000001.X` as the records name it. */
export function recordNumber(number: string): string {
  return number.slice(0, 12);
}

export function partyLines(
  table: 'patents' | 'trademarks' | 'deeds',
  number: string,
  holders: readonly Mention[],
): string {
  let lines = '';
  for (const [index, { party, written }] of holders.entries()) {
    lines += `${table},${number},${index + 1},${party.id},${written.form},${label}\n`;
  }
  return lines;
}

export function addressLines(
  table: 'patents' | 'trademarks' | 'deeds',
  number: string,
  holders: readonly Mention[],
): string {
  let lines = '';
  for (const [index, { address }] of holders.entries()) {
    lines += `${table},${number},${index + 1},${address.area},${address.form},${label}\n`;
  }
  return lines;
}

export function transferLine({ number, particulars }: Application, deed: Deed): string {
  const from = particulars.holders[0]?.party;
  const to = deed.to?.party;
  return csvLine([
    recordNumber(number),
    deed.number,
    dayText(deed.recorded),
    from?.id ?? '',
    particulars.area,
    to?.id ?? '',
    to?.area ?? '',
    label,
  ]);
}

/** A line of the truth about groups with the label of the office behind it. */
export function labelled(line: string): string {
  return `${line.trimEnd()},${label}\n`;
}
