import { describe, expect, it } from 'vitest';
import { ClassTree } from './class-tree.js';
import type { ConcordanceSettings } from './concordance.js';
import { Membership } from './membership.js';
import { readConcordanceRows } from './read-rows.js';

const tree = new ClassTree(
  'main_group,told,subgroups\nG06F1,yes,02:1 04:2 16:1\nG06F11,yes,14:1\nG06N3,yes,02:1 08:2\nH01M10,yes,052:1 06:1 08:2\n',
);
const head = 'classification,version,code,name,rule,mode,pattern,keywords\n';
const lines = [
  // G06F but not G06F 1/02 and what lies below it.
  '1.1,甲,1,include,G06F*,',
  '1.1,甲,1,exclude,G06F1/02*,',
  // A subgroup with what lies below it, and a word.
  '1.2,乙,1,include,H01M10/06*,',
  '1.2,乙,1,include,,电池|SIS|GPU 卡',
  '1.2,乙,1,exclude,,玩具',
  // A main group alone.
  '1.3,丙,1,include,G06N3/00,',
  '2,丁,1,partial,G06N*,',
  '3,戊,1,include,G06N3*,',
  '3,戊,1,exclude,G06*,',
  '4,己,1,include,G06K9/20,',
  '4,己,2,include,H04L29*,',
];
const usual: ConcordanceSettings = {
  partial: 'left-out',
  exclude: 'symbols',
  positions: 'all',
  keywords: 'any',
  editions: 'carried',
};

function member(settings: Partial<ConcordanceSettings> = {}) {
  const text = head + lines.map((line) => `t-1,1,${line}\n`).join('');
  const { rows, faults } = readConcordanceRows(text, 't.csv', 't-1');
  expect(faults).toEqual([]);
  const word = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
  const sheet = {
    ...{ id: 't-1', version: '1', status: 'table' as const, names: word, provisional: true, ipcEdition: '' },
    ...{ origin: { text: '', date: null, url: null }, groups: {}, doubts: [], settings: { ...usual, ...settings } },
  };
  return new Membership({ ...rows, sheet, own: false, hash: '' }, tree);
}
const codes = (symbols: string[], title: string | null = null, settings: Partial<ConcordanceSettings> = {}) =>
  member(settings).codesOf({ symbols, title, abstract: null });

describe('membership in a concordance table', () => {
  it.each<[string, string[], string | null, string[]]>([
    ['an included symbol', ['G06F11/14'], null, ['1.1']],
    ['in other writing', ['g06f 11/14'], null, ['1.1']],
    ['an excluded symbol', ['G06F1/02'], null, []],
    ['a symbol below an excluded one', ['G06F1/04'], null, []],
    ['beside an excluded one', ['G06F1/04', 'G06F1/16'], null, ['1.1']],
    ['a symbol that the tree lacks, in a whole subclass', ['G06F99/99'], null, ['1.1']],
    ['a subclass alone', ['G06F'], null, ['1.1']],
    ['a subclass of which a part is asked', ['H01M'], '电池', []],
    ['a symbol and its word', ['H01M10/08'], '一种电池', ['1.2']],
    ['a symbol without its word', ['H01M10/08'], '一种外壳', []],
    ['a symbol without a text', ['H01M10/08'], null, []],
    ['a word without its symbol', ['H01M10/052'], '一种电池', []],
    ['an excluded word', ['H01M10/08'], '一种玩具电池', []],
    ['a Latin word, small or wide', ['H01M10/06'], '一种ｓｉｓ装置', ['1.2']],
    ['inside of a longer word', ['H01M10/06'], 'basis of analysis', []],
    ['a word with a blank, however many', ['H01M10/06'], '带GPU  卡的装置', ['1.2']],
    ['a main group without star', ['G06N3/00'], null, ['1.3']],
    ['below a main group without star', ['G06N3/02'], null, []],
    ['an exclusion above what is included', ['G06N3/08'], null, []],
    ['of another edition, as it is written', ['G06K9/20'], null, ['4']],
    ['of another edition, near it', ['G06K9/204'], null, []],
    ['of another edition, within the main group', ['H04L29/06'], null, ['4']],
    ['of another edition, in another main group', ['H04L290/06'], null, []],
    ['no symbol', [], '电池', []],
  ])('%s', (_, symbols, title, expected) => {
    expect(codes(symbols, title)).toEqual(expected);
  });

  it('looks at abstracts too', () => {
    expect(member().codesOf({ symbols: ['H01M10/06'], title: '外壳', abstract: '用于电池' })).toEqual(['1.2']);
  });

  it('is settled by the sheet', () => {
    expect(codes(['G06N3/02'], null, { partial: 'counts' })).toEqual(['2']);
    expect(codes(['G06F1/04', 'G06F1/16'], null, { exclude: 'records' })).toEqual([]);
    expect(codes(['H01M10/06', 'G06F11/14'], null, { positions: 'first' })).toEqual([]);
    expect(codes(['G06F11/14', 'H01M10/06'], null, { positions: 'first' })).toEqual(['1.1']);
    expect(codes(['H01M10/06'], '电池', { keywords: 'all' })).toEqual([]);
    expect(codes(['H01M10/06'], '电池,SIS,GPU 卡', { keywords: 'all' })).toEqual(['1.2']);
  });
});
