import { describe, expect, it } from 'vitest';
import { textTable } from './text-table.js';

describe('a table for the terminal', () => {
  it('has columns as wide as their widest cell, numbers to the right, and counts wide characters twice', () => {
    const rows = [
      { id: 'a', name: '专利', count: 7 },
      { id: 'long', name: null, count: 1200 },
    ];
    expect(textTable(rows, ['id', 'name', 'count']).split('\n')).toEqual([
      'id    name  count',
      'a     专利      7',
      'long  –      1200',
    ]);
    expect(textTable([], ['id'])).toBe('nothing');
  });

  it('takes as many rows as there are', () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => ({ id: index }));
    const lines = textTable(rows, ['id']).split('\n');
    expect(lines).toHaveLength(300_001);
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(['    id', '     0', '299999']);
  });
});
