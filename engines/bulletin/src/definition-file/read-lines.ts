import type { SheetMap } from '@zhiheng/sheets';
import { areaSets, type TableColumn, type TableRow, type TableSum } from '../table-definition.js';
import { idForm } from './id-form.js';
import { readAspects, type TableContext } from './read-aspects.js';

export const deepest = 4;

/** A row or column with its place in the file, for faults that only the whole sheet shows. */
export interface Placed<Line> {
  readonly line: Line;
  readonly map: SheetMap;
}

export function readRow(map: SheetMap, context: TableContext): Placed<TableRow> {
  const aspects = readAspects(map, context);
  const row = {
    id: readId(map),
    names: map.has('names') ? map.localized('names') : null,
    level: map.has('level') ? map.count('level', deepest) : 0,
    aspects,
    areas: map.optionalChoice('areas', areaSets),
    memo: map.has('memo') && map.truth('memo'),
    restOf: map.optionalText('rest_of'),
  };
  noteUnfit(map, row);
  map.close();
  return { line: row, map };
}

export function readColumn(map: SheetMap, context: TableContext): Placed<TableColumn> {
  const aspects = readAspects(map, context);
  const column = {
    id: readId(map),
    names: map.localized('names'),
    group: map.has('group') ? map.localized('group') : null,
    aspects,
  };
  map.close();
  return { line: column, map };
}

/** The ids that a total is made of; they are checked against the lines of the sheet. */
export function readSum(map: SheetMap): Placed<TableSum> {
  const sum = { total: map.text('total'), parts: map.texts('parts') };
  if (sum.parts.length === 0)
    map.note('parts', { what: 'the total has no parts', expected: 'ids of two lines or more' });
  map.close();
  return { line: sum, map };
}

function readId(map: SheetMap): string {
  const id = map.text('id');
  if (id !== '' && !idForm.test(id)) {
    map.note('id', { what: 'id is no name', found: id, expected: 'small letters, digits and hyphens' });
  }
  return id;
}

/** What a row cannot be at once. */
function noteUnfit(map: SheetMap, { areas, memo, restOf, names, aspects }: TableRow): void {
  if (areas !== null && aspects.area !== null) {
    map.note('area', { what: 'a row of a set of areas has no area of its own', expected: 'areas, or area' });
  }
  if (areas !== null && names !== null) {
    map.note('names', { what: 'rows of a set are named after their areas', expected: 'no names' });
  }
  if (memo && areas === null)
    map.note('memo', { what: 'only a set of provinces has memo rows', expected: 'areas: provinces' });
  if (restOf !== null && (areas !== null || aspects.area !== null || aspects.indicator !== null)) {
    map.note('rest_of', {
      what: 'what is left of a total has no area and no indicator of its own',
      expected: 'rest_of, id and names',
    });
  }
  if (names === null && areas === null && aspects.area === null) {
    map.need('names', 'zh-Hans, zh-Hant and en, each with a text');
  }
}
