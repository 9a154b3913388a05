import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Concordance, ConcordanceSettings } from './concordance.js';
import { editionStanding } from './edition-doubts.js';
import { readEditionRows } from './edition-rows.js';
import { Membership } from './membership.js';
import { Concordances } from './read-concordances.js';
import { readConcordanceRows } from './read-rows.js';

const concordances = new Concordances(resolve(import.meta.dirname, '../../../../definitions'));
const { tree } = concordances;
const editions = concordances.editions?.rows ?? [];

function table(lines: readonly string[], settings: Partial<ConcordanceSettings> = {}): Concordance {
  const sheet = concordances.get('wipo-35')?.sheet;
  if (sheet === undefined) throw new Error('no sheet');
  const head = 'classification,version,code,name,rule,mode,pattern,keywords\n';
  const { rows, faults } = readConcordanceRows(
    `${head}${lines.map((line) => `t,1,${line},\n`).join('')}`,
    't.csv',
    't',
  );
  expect(faults).toEqual([]);
  return { ...rows, sheet: { ...sheet, settings: { ...sheet.settings, ...settings } }, own: false, editions, hash: '' };
}
const codesOf = (lines: readonly string[], symbols: readonly string[], settings: Partial<ConcordanceSettings> = {}) =>
  new Membership(table(lines, settings), tree).codesOf({ symbols, title: null, abstract: null });

describe('symbols of other editions of the IPC', () => {
  it.each<[string, string[], string, boolean]>([
    // An old pattern has records of the new symbols.
    ['a whole old group, its new subclass', ['1,a,1,include,G06K9*'], 'G06V20/50', true],
    ['a whole old subclass', ['1,a,1,include,H01L*'], 'H10K59/12', true],
    ['an old subtree that became one group', ['1,a,1,include,H01L27/32*'], 'H10K59/122', true],
    ['the group above it', ['1,a,1,include,H01L27*'], 'H10K59/122', true],
    ['one that became another', ['1,a,1,include,H01L27/32*'], 'H10K50/11', false],
    ['an old group that has left the tree', ['1,a,1,include,H01M2*'], 'H01M50/107', true],
    ['a part of it, by its own row', ['1,a,1,include,H01M2/14*'], 'H01M50/403', true],
    ['a part of it, by a closer row for another', ['1,a,1,include,H01M2/14*'], 'H01M50/449', false],
    ['a part of it, not for another part', ['1,a,1,include,H01M2/14*'], 'H01M50/107', false],
    ['a symbol that is not in the tree yet', ['1,a,1,include,H01L33*'], 'H10H20/81', true],
    // A new pattern has records of the old symbols.
    ['a whole new subclass, its old group', ['1,a,1,include,F24S*'], 'F24J2/46', true],
    ['a new group, its old one', ['1,a,1,include,H01M50*'], 'H01M2/20', true],
    ['a new group, another old one', ['1,a,1,include,H01M50/10*'], 'H01M2/20', false],
    // One old symbol that became several.
    ['both of which the rule has', ['1,a,1,include,G06V*', '1,a,1,include,G06F18*'], 'G06K9/00', true],
    ['of which it has one', ['1,a,1,include,G06V*'], 'G06K9/00', false],
    ['of which two rules have one each', ['1,a,1,include,G06V*', '1,a,2,include,G06F18*'], 'G06K9/00', false],
    ['that came from two places, one of them meant', ['1,a,1,include,H01L31*'], 'H10F19/50', false],
    ['that came from two places, both meant', ['1,a,1,include,H01L31*', '1,a,1,include,H01L27*'], 'H10F19/50', true],
    // A part of what was moved.
    ['a part of an old group', ['1,a,1,include,G06K9/20'], 'G06V10/10', false],
    ['a part of a new group', ['1,a,1,include,H10K59/12*'], 'H01L27/32', false],
    // Subclasses alone.
    ['a new subclass told alone', ['1,a,1,include,H01L*'], 'H10N', true],
    ['the same where a part of what it came from is meant', ['1,a,1,include,H01L41*'], 'H10N', false],
    ['the old subclass told alone, of which a part went', ['1,a,1,include,G06V*'], 'G06K', false],
    ['what was not moved', ['1,a,1,include,G06V*'], 'G06K7/10', false],
  ])('%s', (_, lines, symbol, admitted) => {
    expect(codesOf(lines, [symbol])).toEqual(admitted ? ['1'] : []);
    // Taken as they are written, none of them is met.
    const written = { ...table(lines), editions: [] };
    expect(new Membership(written, tree).codesOf({ symbols: [symbol], title: null, abstract: null })).toEqual([]);
  });

  it('are left out where the old symbol is excluded', () => {
    const lines = ['1,a,1,include,H01L*', '1,a,1,exclude,H01L27/32*'];
    expect([codesOf(lines, ['H10K59/12']), codesOf(lines, ['H10K30/10'])]).toEqual([[], ['1']]);
    // The exclusion may mean a part: it takes nothing away that is not certain.
    expect(codesOf(['1,a,1,include,H10K*', '1,a,1,exclude,H01L51/50'], ['H10K50/11'])).toEqual(['1']);
  });

  it('count once only, beside those as written', () => {
    const lines = ['1,a,1,include,G06K9*', '1,a,1,include,G06V*'];
    expect(codesOf(lines, ['G06K9/00', 'G06V10/10'])).toEqual(['1']);
  });

  it('that may be meant and do not count are told', () => {
    const { carried, doubts } = editionStanding(table(['1,a,1,include,G06V*', '1,a,1,include,F24S*']), editions, tree);
    expect(carried).toBe(1);
    expect(doubts.map(({ symbol, others, reached }) => [symbol, others, reached])).toEqual([
      ['G06K9*', ['G06V', 'G06F18*'], ['G06V']],
      ['G06K9/62*', ['G06F18*', 'G06V10/70*'], ['G06V10/70*']],
    ]);
  });
});

describe('the list of symbols by edition', () => {
  it('names old symbols once, each of the tree or told by it as gone', () => {
    expect(new Set(editions.map((row) => row.old)).size).toBe(editions.length);
    expect(editions.every((row) => row.provisional && row.origin !== '')).toBe(true);
  });

  it('has every new symbol in the tree whose edition the tree has', () => {
    // The tree is that of 2023: what came later is not in it.
    const later = /^H10[DFHPW]/;
    const absent = editions
      .flatMap((row) => row.new)
      .filter((pattern) => !later.test(pattern))
      .map((pattern) => pattern.replace('*', ''))
      .filter((symbol) => !tree.has(symbol.length > 4 && !symbol.includes('/') ? `${symbol}/00` : symbol));
    // The source of the tree lacks this residual group.
    expect([...new Set(absent)]).toEqual(['H10K99']);
  });

  it('is refused with the place of each fault', () => {
    const head = 'classification,version,old,edition,new,note,origin,provisional\n';
    const { faults } = readEditionRows(
      `${head}ipc-editions,1,H1L,2023.1,h01l 2*,n,o,perhaps\nother,2,A01B*,2020.01,A01B*,,,yes\n`,
      'own.csv',
    );
    expect(faults.map(({ detail }) => [detail.place?.line, detail.place?.field, detail.found])).toEqual([
      [2, 'old', 'H1L'],
      [2, 'edition', '2023.1'],
      [2, 'new', 'h01l 2*'],
      [2, 'provisional', 'perhaps'],
      [3, 'classification', 'other'],
      [3, 'version', '2'],
      [3, 'new', 'A01B*'],
      [3, 'origin', undefined],
    ]);
    expect(faults[2]?.detail.didYouMean).toBe('H01L2*');
    const twice = readEditionRows(
      `${head}ipc-editions,1,A01B1*,2020.01,A01C1*,,o,no\nipc-editions,1,A01B1*,2021.01,A01D1*,,o,no\n`,
      'own.csv',
    );
    expect(twice.faults.map(({ detail }) => [detail.place?.field, detail.found])).toEqual([['old', 'line 2']]);
  });
});
