import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPattern } from './class-pattern.js';
import { expandPattern } from './expand-pattern.js';
import { Concordances } from './read-concordances.js';

const repository = resolve(import.meta.dirname, '../../../..');
const raw = resolve(repository, '../shared/data/classification/ipc_tree.csv');
const { tree } = new Concordances(resolve(repository, 'definitions'));

function reachOf(text: string) {
  const pattern = readPattern(text);
  if (pattern === null) throw new Error(`no pattern: ${text}`);
  return expandPattern(pattern, tree);
}

describe('a pattern of the IPC, expanded by hand', () => {
  it.each([
    ['F03B1*', ['F03B1/00', 'F03B1/02', 'F03B1/04']],
    ['F03B1/00*', ['F03B1/00', 'F03B1/02', 'F03B1/04']],
    ['F03B1/02*', ['F03B1/02']],
    ['G06N3/00', ['G06N3/00']],
    // One dot, and the two below it up to the next with one dot.
    ['G06N3/12*', ['G06N3/12', 'G06N3/123', 'G06N3/126']],
    ['G06N3/06*', ['G06N3/06', 'G06N3/063', 'G06N3/065', 'G06N3/067']],
    ['H01M10/06*', ['06', '08', '10', '12', '14', '16', '18'].map((one) => `H01M10/${one}`)],
    ['H01M10/052*', ['H01M10/052', 'H01M10/0525']],
    // Two dots, like what follows: nothing lies below it, whatever its digits begin with.
    ['H01L31/02*', ['02', '0203', '0216', '0224', '0232', '0236', '024'].map((one) => `H01L31/${one}`)],
    ['H01L31/072*', ['072', '0725', '073', '0735', '074', '0745', '0747', '0749'].map((one) => `H01L31/${one}`)],
    ['B60L50/60*', ['60', '61', '62', '64'].map((one) => `B60L50/${one}`)],
    // Its dots would put 20 below the main group: the source names its parent.
    ['C02F9/14*', ['C02F9/14', 'C02F9/20']],
  ])('%s', (text, symbols) => {
    const found = reachOf(text);
    expect(found.absent).toBe(false);
    expect(found.symbols).toEqual(symbols);
  });

  it('is no beginning of a text', () => {
    expect(reachOf('F03B1*').symbols).not.toContain('F03B13/00');
    expect(reachOf('H01L31/04*').symbols).toEqual(expect.arrayContaining([...reachOf('H01L31/06*').symbols]));
    expect(reachOf('H01L31/04*').symbols).not.toContain('H01L31/0248');
  });

  it('of classes and subclasses has all groups below', () => {
    // Main groups 10, 20, 30, 40, 50 and 99 with 5, 10, 2, 12, 2 and no subgroups.
    expect(reachOf('H02S*').symbols).toHaveLength(6 + 5 + 10 + 2 + 12 + 2);
    expect(reachOf('G16*').symbols).toEqual(expect.arrayContaining([...reachOf('G16B*').symbols, 'G16H10/00']));
    expect(reachOf('G16H')).toEqual(reachOf('G16H*'));
    expect(reachOf('G16*').whole).toBe('G16');
  });

  it('that the tree does not have stands for itself, within its main group', () => {
    expect(reachOf('H04L29*')).toEqual({ whole: 'H04L29/', symbols: ['H04L29/00'], absent: true });
    expect(reachOf('G06K9/20')).toEqual({ whole: null, symbols: ['G06K9/20'], absent: true });
    expect(reachOf('C01B31/20*')).toEqual({ whole: null, symbols: ['C01B31/20'], absent: true });
    // Its subgroups are there, the group itself is not.
    expect(reachOf('B01D53*')).toMatchObject({ whole: 'B01D53/', absent: true });
    expect(reachOf('B01D53*').symbols).toContain('B01D53/02');
  });

  it.each(['', 'h01l', 'H1', 'H01L21/', 'H01L21/0', 'H01L021', 'H01L 21/00', 'H01L%', '*', 'H01L**'])(
    'is none: %s',
    (text) => {
      expect(readPattern(text)).toBeNull();
    },
  );
});

describe.skipIf(!existsSync(raw))('the tree beside its source (shared data)', () => {
  const rows = existsSync(raw)
    ? readFileSync(raw, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
    : [];
  const mainGroup = (symbol: string) => symbol.split('/')[0];
  /** The source hangs the subgroups of main groups that it lacks under the main group before them. */
  const misplaced = rows.filter(
    ([symbol = '', level, , parent = '']) => level === 'subgroup' && mainGroup(symbol) !== mainGroup(parent),
  );
  const children = new Map<string, string[]>();
  for (const row of rows) {
    const [symbol = '', , , parent = ''] = row;
    if (!misplaced.includes(row)) children.set(parent, [...(children.get(parent) ?? []), symbol]);
  }
  const walk = (symbol: string): string[] => [symbol, ...(children.get(symbol) ?? []).flatMap(walk)];

  it('has every symbol of it and no other', () => {
    const groups = rows.filter(([, level]) => level !== 'subclass').map(([symbol]) => symbol);
    expect(tree.groups.sort()).toEqual(groups.sort());
    expect(rows.filter(([, level]) => level === 'subclass').every(([symbol = '']) => tree.has(symbol))).toBe(true);
    expect([rows.length, misplaced.length]).toEqual([79_088, 430]);
  });

  it('gives the subtree of 100 random symbols that a slow walk gives', () => {
    let seed = 20_260;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let large = 0;
    for (let count = 0; count < 100; count += 1) {
      // Half of them among symbols that have something below them.
      const parents = [...children.keys()].filter((symbol) => symbol.includes('/'));
      const [any = ''] = rows[Math.floor(random() * rows.length)] ?? [];
      const symbol = count % 2 === 0 ? any : (parents[Math.floor(random() * parents.length)] ?? '');
      const groups = walk(symbol).filter((one) => one.includes('/'));
      expect([...reachOf(`${symbol}*`).symbols].sort(), symbol).toEqual(groups.sort());
      if (groups.length > 5) large += 1;
    }
    expect(large).toBeGreaterThan(20);
  }, 60_000);
});
