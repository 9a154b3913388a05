import { describe, expect, it } from 'vitest';
import { MemorySession } from '../../test/memory-session.js';
import { insertPatents } from '../../test/patents.js';
import { patentRecordColumns } from '../definition-file/patent-record-columns.js';
import { recordRelation } from './record-relation.js';

describe('recordRelation', () => {
  it('gives a row a patent with every column that conditions can name', async () => {
    const session = await MemorySession.open();
    await insertPatents(session, [
      { number: '1', area: '440305', holder: '甲', title: '题', granted_on: '2023-01-02', filed_on: '2020-02-29' },
      { number: '2' },
    ]);
    const columns = Object.keys(patentRecordColumns);
    const rows = await session.rows<Record<string, unknown>>(`SELECT * FROM (${recordRelation(columns)}) ORDER BY id`);
    expect(rows.map((row) => Object.keys(row).sort())).toEqual([[...columns].sort(), [...columns].sort()]);
    expect(rows).toMatchObject([
      { id: 'CN:1', area: '440305', holder: '甲', title: '题', granted_on: '2023-01-02', filed_on: '2020-02-29' },
      { id: 'CN:2', area: 'XX', holder: null, title: null, granted_on: null },
    ]);
  });

  it('joins only what the columns need', () => {
    expect(recordRelation(['id', 'kind', 'filed_on'])).not.toContain('JOIN');
    const relation = recordRelation(['granted_on', 'area']);
    expect(relation).toContain('patent_states');
    expect(relation).toContain('patent_holders');
    expect(relation).not.toContain('patent_texts');
  });

  it('refuses a column that is none', () => {
    expect(() => recordRelation(['revision'])).toThrow('no column revision');
  });
});
