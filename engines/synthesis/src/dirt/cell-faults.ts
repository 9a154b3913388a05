import { type PatentColumn, patentColumns } from '../files/patent-row.js';

/** A fault of a row that keeps it out of the records: it is quarantined, and not counted. */
export interface CellFault {
  /** Code of the quarantine; `duplicate`: the row stands twice and counts once. */
  readonly code: string;
  /** Changes the cells of the row in place. */
  spoil(cells: string[]): void;
}

const column = (name: PatentColumn): number => patentColumns.indexOf(name);

const setting = (code: string, name: PatentColumn, value: (cell: string) => string): CellFault => ({
  code,
  spoil(cells) {
    cells[column(name)] = value(cells[column(name)] ?? '');
  },
});

const otherKind: Readonly<Record<string, string>> = {
  发明专利: '实用新型',
  实用新型: '外观设计',
  外观设计: '发明专利',
};

/** Faults of rows of applications. */
export const cellFaults: readonly CellFault[] = [
  setting('date-wrong', '申请日', () => '2021.02.30'),
  setting('date-wrong', '公开日', () => '2098.01.05'),
  setting('check-digit-wrong', '申请号', (number) => number.slice(0, -1) + (number.endsWith('0') ? '1' : '0')),
  setting('number-wrong', '申请号', (number) => number.slice(0, 7)),
  setting('field-missing', '申请号', () => ''),
  setting('kind-wrong', '专利类型', (kind) => otherKind[kind] ?? ''),
  setting('value-wrong', '结案方式', () => '其他'),
  setting('value-wrong', '权利要求数', () => '十项'),
  {
    code: 'row-too-short',
    spoil(cells) {
      cells.length = column('地址');
    },
  },
  { code: 'duplicate', spoil: () => {} },
];
