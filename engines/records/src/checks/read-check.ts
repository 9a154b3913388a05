import { type Columns, columnsOf, type Expression } from '@zhiheng/expressions';
import { readCondition, type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { coverageEvents, nearestWord, recordTableNames, type UserFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { type Check, checkKinds, type Severity, severities } from './check.js';
import { checkedForms } from './check-character.js';
import { expressionColumns } from './check-columns.js';

/** A check file as read: the check, or every fault of the file. */
export interface CheckReading {
  readonly id: string;
  readonly severity: Severity;
  readonly check: Check | null;
  readonly faults: readonly UserFault[];
  /** SHA-256 over the text of the file: while it stands, so does what the check found. */
  readonly definition: string;
}

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const kindsOfAnyTable: ReadonlySet<string> = new Set(['row', 'unique', 'check-character']);
const dateTables = ['patents', 'trademarks', 'geographical_indications'] as const;

/**
 * Reads the text of a check file; `id` is the name of the file, which the check has to bear. Faults are `check-wrong`, or
 * `expression-wrong` inside the expression, each with line and column of the file.
 */
export function readCheck(text: string, file: string, id: string): CheckReading {
  const sheet = new YamlSheet(text, file, 'check-wrong');
  const map = sheet.root();
  const check = readFields(map, id);
  // Of a kind that is not known, its keys are not known either.
  if (!isKnownKind(map)) map.noteLacking();
  else map.close();
  const whole = sheet.faults.length === 0;
  return {
    id,
    severity: check.severity,
    check: whole ? check : null,
    faults: sheet.faults,
    definition: canonicalHash({ text }),
  };
}

function readFields(map: SheetMap, fileId: string): Check {
  const id = map.text('id');
  if (id !== '' && (id !== fileId || !idForm.test(id))) {
    map.note('id', { what: 'the id is not the name of its file', found: id, expected: fileId });
  }
  const severity = map.choice('severity', severities);
  const kind = map.has('kind') ? map.choice('kind', checkKinds) : 'row';
  const table = map.choice('table', kindsOfAnyTable.has(kind) ? recordTableNames : dateTables);
  // Of a table that is not known, its columns are not known either.
  const columns = map.scalarOf('table')?.value === table ? expressionColumns(table) : null;
  const head = {
    id,
    severity,
    table,
    names: map.localized('names'),
    introduction: map.localized('introduction'),
    advice: map.localized('advice'),
    source: map.optionalText('source'),
    provisional: map.has('provisional') && map.truth('provisional'),
  };
  const shows = namedColumns(map, 'shows', columns);
  if (!isKnownKind(map)) {
    return { ...head, kind: 'row', expression: noExpression, covered: null, shows };
  }
  switch (kind) {
    case 'row': {
      const text = map.text('expression');
      const expression = (columns && readCondition(map, 'expression', text, columns)) ?? noExpression;
      const covered = map.optionalChoice('covered', coverageEvents);
      if (covered !== null && columns?.office === undefined) {
        map.note('covered', { what: `${table} has no office`, found: covered, expected: 'no key covered' });
      }
      return { ...head, kind, expression, covered, shows: [...new Set([...columnsOf(expression), ...shows])] };
    }
    case 'unique': {
      const list = namedColumns(map, 'columns', columns);
      if (list.length === 0) map.note('columns', { what: 'no column is named', expected: 'one column or more' });
      return { ...head, kind, columns: list, shows: [...new Set([...list, ...shows])] };
    }
    case 'within-coverage': {
      if (table !== 'patents') {
        map.note('table', { what: 'coverage tells of patents only', found: table, expected: 'patents' });
      }
      const event = map.choice('event', coverageEvents);
      return { ...head, kind, event, shows: [...new Set(['office', 'kind', ...shows])] };
    }
    case 'check-character': {
      const texts = Object.keys(columns ?? {}).filter((name) => columns?.[name] === 'text');
      const column = map.choice('column', texts);
      return { ...head, kind, column, form: map.choice('form', checkedForms), shows: [...new Set([column, ...shows])] };
    }
    case 'neighbour-ratio': {
      if (table !== 'patents') {
        map.note('table', { what: 'regions are counted of patents only', found: table, expected: 'patents' });
      }
      const dates = Object.keys(columns ?? {}).filter((name) => columns?.[name] === 'date' && name !== 'as_of');
      const date = map.choice('date', dates);
      return { ...head, kind, date, factor: atLeast(map, 'factor', 2), least: atLeast(map, 'least', 1), shows };
    }
  }
}

function isKnownKind(map: SheetMap): boolean {
  return !map.has('kind') || checkKinds.some((kind) => kind === map.scalarOf('kind')?.value);
}

/** Stands in where the expression was at fault; such a check is never used. */
const noExpression: Expression = Object.freeze({
  kind: 'literal',
  type: 'boolean',
  value: false,
  place: Object.freeze({}),
});

function namedColumns(map: SheetMap, key: string, columns: Columns | null): string[] {
  const names = map.texts(key);
  if (columns === null) return names;
  const known = Object.keys(columns);
  for (const found of names.filter((name) => !known.includes(name))) {
    const didYouMean = nearestWord(found, known);
    map.note(key, { what: `no column is named ${found}`, found, expected: [...known].sort().join(', '), didYouMean });
  }
  return names;
}

function atLeast(map: SheetMap, key: string, least: number): number {
  const value = map.count(key, 1_000_000);
  if (value >= least || !map.has(key)) return value;
  map.note(key, { what: `${key} is too small`, found: String(value), expected: `a whole number from ${least}` });
  return least;
}
