import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { readMapping } from '../reading/table/read-mapping.js';
import { correctedFile } from './corrected-file.js';
import { heldColumns } from './held-columns.js';
import type { HeldRecord } from './held-record.js';

const text = 'table: patents\nencoding: gb18030\ncolumns: { number: 申请号, filed_on: 申请日, title: 名称 }\n';
const mapping = { path: 'm.yaml', text };
const row: HeldRecord = {
  raw: '202310000001,2023-02-30,"甲,乙"',
  header: '申请号,申请日,名称',
  format: 'table',
  mapping,
};

describe('a held row of a delimited table', () => {
  it('shows its columns with the fields they fill', () => {
    expect(heldColumns(row)).toEqual([
      { column: '申请号', value: '202310000001', field: 'number' },
      { column: '申请日', value: '2023-02-30', field: 'filed_on' },
      { column: '名称', value: '甲,乙', field: 'title' },
    ]);
  });

  it('is corrected by column, quoted where it must be, in UTF-8', () => {
    const file = correctedFile(row, { set: { 申请日: '2023-02-28', 名称: '甲"丙' } });
    expect(file).toMatchObject({
      text: '申请号,申请日,名称\n202310000001,2023-02-28,"甲""丙"\n',
      extension: 'csv',
      format: 'table',
    });
    expect(file.mapping?.text).toContain('encoding: utf-8');
  });

  it('is read by its mapping whatever the corrected file is named', () => {
    const named = { path: 'm.yaml', text: text.replace('encoding: gb18030', 'files: [a.csv]') };
    const file = correctedFile({ ...row, mapping: named }, { text: '1,2,3' });
    expect(readMapping(file.mapping?.text ?? '', 'm.yaml')).toMatchObject({ files: null, encoding: 'utf-8' });
  });

  it('is corrected as a whole row', () => {
    expect(correctedFile(row, { text: '1,2,3\r\n' }).text).toBe('申请号,申请日,名称\n1,2,3\n');
  });

  it('names the nearest column for one that is not there', () => {
    expect(() => correctedFile(row, { set: { 申请: 'x' } })).toThrow(UserFault);
    expect(() => correctedFile(row, { set: { 申请: 'x' } })).toThrow('did you mean');
  });

  it('with too few fields shows the missing ones blank; with too many only a whole row will do', () => {
    expect(heldColumns({ ...row, raw: '1,2' })?.map(({ value }) => value)).toEqual(['1', '2', '']);
    expect(heldColumns({ ...row, raw: '1,2,3,4' })).toBeNull();
    expect(() => correctedFile({ ...row, raw: '1,2,3,4' }, { set: { 名称: 'x' } })).toThrow('cannot be told apart');
    expect(heldColumns({ ...row, raw: '1,"2" x,3' })).toBeNull();
  });

  it('that was kept only in part is not taken apart', () => {
    expect(heldColumns({ ...row, raw: `1,2,${'x'.repeat(65_536)}` })).toBeNull();
  });
});

describe('a held row of a workbook or of NDJSON', () => {
  const object: HeldRecord = { ...row, header: null, format: 'xlsx', raw: '{"申请号":"1","旁":["a"]}' };

  it('shows mapped columns first, those it lacks blank', () => {
    expect(heldColumns(object)).toEqual([
      { column: '申请号', value: '1', field: 'number' },
      { column: '申请日', value: '', field: 'filed_on' },
      { column: '名称', value: '', field: 'title' },
      { column: '旁', value: '["a"]', field: null },
    ]);
  });

  it('is corrected as a line of NDJSON', () => {
    expect(correctedFile(object, { set: { 申请日: '2023-01-02' } })).toMatchObject({
      text: '{"申请号":"1","旁":["a"],"申请日":"2023-01-02"}\n',
      extension: 'ndjson',
      format: 'ndjson',
    });
  });
});

describe('a held document', () => {
  it('is corrected as a whole only, and a register entry becomes a list of one', () => {
    const held: HeldRecord = { raw: '<a/>', header: null, format: 'uspto', mapping: null };
    expect(heldColumns(held)).toBeNull();
    expect(correctedFile(held, { text: ' <b/> ' })).toMatchObject({ text: '<b/>', extension: 'xml', format: 'uspto' });
    expect(() => correctedFile(held, { set: { a: 'b' } })).toThrow('not a row of a table');
    expect(correctedFile({ ...held, format: 'gi-register' }, { text: '{"a":1}' }).text).toBe('[{"a":1}]');
  });
});
