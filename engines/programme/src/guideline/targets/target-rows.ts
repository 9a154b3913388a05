import type { GuidelineTarget } from '../guideline.js';
import { type FindOrganisation, ownersOf } from '../outline/owner-notes.js';
import type { SourceText } from '../text/source-text.js';
import type { TracedText } from '../text/traced-text.js';
import { placedTarget } from './find-targets.js';
import { readClause } from './read-clause.js';
import { readDue } from './read-due.js';

type Column = 'subject' | 'value' | 'owners' | 'due';

const headings: readonly { readonly column: Column; readonly words: RegExp }[] = [
  { column: 'due', words: /时限|期限|时间|完成日/u },
  { column: 'owners', words: /责任|牵头|单位|部门|处室|科室/u },
  { column: 'value', words: /目标(?:值|数)?$|目标要求|任务数|指标值|要求$|数值/u },
  { column: 'subject', words: /指标|名称|项目|任务|内容/u },
];

/** Reads the rows of a table of targets: its cells stand between tabs or bars, a line of headings says which is which. */
export function findTargetRows(
  lines: readonly TracedText[],
  context: { readonly find: FindOrganisation; readonly year: number | null; readonly source: SourceText },
): GuidelineTarget[] {
  let columns: ReadonlyMap<Column, number> | null = null;
  const found: GuidelineTarget[] = [];
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells.length < 2) continue;
    const headed = columnsOf(cells);
    if (headed !== null) columns = headed;
    else if (columns !== null) found.push(...targetsOf(line, cells, columns, context));
  }
  return found;
}

function targetsOf(
  line: TracedText,
  cells: readonly TracedText[],
  columns: ReadonlyMap<Column, number>,
  context: Parameters<typeof findTargetRows>[1],
): GuidelineTarget[] {
  const cell = (column: Column) => cells[columns.get(column) ?? -1]?.text ?? '';
  if (cell('subject') === '' || cell('value') === '') return [];
  const place = {
    clause: line.trimmed(),
    due: readDue(cell('due'), context.year),
    owners: ownersOf(cell('owners'), context.find),
  };
  return readClause(`${cell('subject')}${cell('value')}`).map((target) => placedTarget(target, place, context.source));
}

function columnsOf(cells: readonly TracedText[]): ReadonlyMap<Column, number> | null {
  const columns = new Map<Column, number>();
  for (const [index, { text }] of cells.entries()) {
    const column = headings.find(({ words }) => text.length <= 12 && words.test(text))?.column;
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return columns.has('subject') && columns.has('value') ? columns : null;
}

function cellsOf(line: TracedText): TracedText[] {
  const cells: TracedText[] = [];
  let begin = 0;
  for (const match of line.text.matchAll(/\t|\s*\|\s*| {2,}/gu)) {
    cells.push(line.slice(begin, match.index).trimmed());
    begin = match.index + match[0].length;
  }
  cells.push(line.slice(begin).trimmed());
  return cells;
}

/** True for a line whose cells stand between tabs or bars. */
export function isTableRow(line: TracedText): boolean {
  return cellsOf(line).length > 2;
}
