import { type CoverageTable, datasets, decisionOutcomes, holderTypes, kinds } from '@zhiheng/vocabulary';
import { dayReader, usualDatePatterns } from '../calendar-day.js';
import { markStatuses } from '../trademark/mark-status.js';
import { deedKinds, toldEvents } from './further-tables.js';
import {
  type ColumnRule,
  type DefaultField,
  delimiters,
  fieldsOf,
  isDayField,
  isListField,
  type MappedField,
  type MappedTable,
  type Mapping,
  mappedTables,
  tableDefaults,
} from './mapping.js';
import { filesOf } from './mapping-files.js';
import { coversOf, wordOf } from './read-covers.js';
import { textEncoding } from './text-encoding.js';
import { YamlBlock } from './yaml-block.js';

const topKeys = ['table', 'files', 'encoding', 'delimiter', 'columns', 'defaults', 'covers'];
const usualDate = 'YYYY-MM-DD';
const delimiterNames: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t' };

/**
 * Reads a mapping (form: `docs/formats.md`).
 *
 * @param file name for the places of faults
 * @throws UserFault `mapping-wrong` (`coverage-wrong` for the coverage block) with file, line, column and key
 */
export function readMapping(yamlText: string, file: string): Mapping {
  const block = YamlBlock.parse(yamlText, file, 'mapping-wrong');
  block.keys(topKeys);
  const covers = block.block('covers');
  if (block.has('covers') && covers === null) throw block.fault('covers', 'covers is not a map', { expected: 'a map' });
  const table = wordOf(block, 'table', block.text('table') ?? '', mappedTables);
  return {
    table,
    files: filesOf(block),
    encoding: encodingOf(block),
    delimiter: delimiterOf(block),
    columns: columnsOf(block, table),
    defaults: defaultsOf(block, table),
    covers: covers === null ? null : coversOf(covers.withCode('coverage-wrong'), coverageTableOf(block, table)),
  };
}

/** The table whose events a coverage block tells of. Events told one by one have none: a list of them is never whole. */
function coverageTableOf(block: YamlBlock, table: MappedTable): CoverageTable {
  if (table === 'decisions')
    throw block.fault('covers', 'a list of decisions has no coverage', { expected: 'no covers' });
  if (table !== 'patent_events') return table === 'deeds' ? 'recordals' : table;
  throw block.fault('covers', 'events told one by one have no coverage', { expected: 'no covers' });
}

function encodingOf(block: YamlBlock): Mapping['encoding'] {
  const name = block.text('encoding') ?? 'utf-8';
  const encoding = textEncoding(name);
  if (encoding !== null) return encoding;
  throw block.fault('encoding', `the encoding ${name} is not read`, { found: name, expected: 'utf-8 or gb18030' });
}

function delimiterOf(block: YamlBlock): string {
  const given = block.text('delimiter') ?? ',';
  const delimiter = delimiterNames[given] ?? given;
  if ((delimiters as readonly string[]).includes(delimiter)) return delimiter;
  throw block.fault('delimiter', `${given} separates no fields`, { found: given, expected: '",", ";" or "tab"' });
}

/** Fields that a mapping has to fill, by a column or, where there is one, by a default. */
const needed: Readonly<Record<MappedTable, readonly (readonly [MappedField, string])[]>> = {
  patents: [['number', 'the number']],
  trademarks: [['number', 'the number']],
  deeds: [
    ['number', 'the number of the deed'],
    ['kind', 'what the deed does'],
    ['patents', 'the numbers of the applications'],
  ],
  patent_events: [
    ['number', 'the number of the application'],
    ['event', 'what happened'],
  ],
  decisions: [
    ['number', 'the number of the application'],
    ['ground', 'the rule that it rests on'],
  ],
};

/** Fields that a mapping needs and can tell of all rows at once. */
const defaulted: readonly MappedField[] = ['kind', 'event', 'ground'];

function columnsOf(block: YamlBlock, table: MappedTable): Map<MappedField, ColumnRule> {
  const columns = block.block('columns');
  if (columns === null) throw block.fault('columns', 'it maps no columns', { expected: 'columns: { number: … }' });
  const fields = columns.keys(fieldsOf(table)) as MappedField[];
  for (const [field, what] of needed[table]) {
    const isDefault = defaulted.includes(field) && block.block('defaults')?.has(field) === true;
    if (fields.includes(field) || isDefault) continue;
    throw block.fault('columns', `no column holds ${what}`, { expected: `columns: { ${field}: … }` });
  }
  return new Map(fields.map((field) => [field, ruleOf(columns, field, table)]));
}

function ruleOf(columns: YamlBlock, field: MappedField, table: MappedTable): ColumnRule {
  const rule = columns.block(field);
  const from = rule === null ? columns.text(field) : rule.text('from');
  const isDate = isDayField(field);
  const scheme = table === 'trademarks' ? 'nice' : 'ipc';
  if (from === null) {
    const owner = rule ?? columns;
    throw owner.fault(rule === null ? field : 'from', `${field} names no column`, { expected: 'a name of the header' });
  }
  const plain = { from, date: isDate ? usualDate : null, split: null, scheme: null, edition: null, codes: null };
  if (rule === null) return { ...plain, scheme: field === 'classes' ? scheme : null };
  rule.keys(keysFor(field, isDate));
  return {
    from,
    date: isDate ? patternOf(rule) : null,
    split: splitOf(rule),
    scheme: field === 'classes' ? (rule.text('scheme') ?? scheme) : null,
    edition: rule.text('edition'),
    codes: codesOf(rule, field, table),
  };
}

/** What can be said of a column, by what it holds. */
function keysFor(field: MappedField, isDate: boolean): string[] {
  if (isDate) return ['from', 'date'];
  if (field === 'classes') return ['from', 'split', 'scheme', 'edition'];
  return isListField(field) ? ['from', 'split', 'codes'] : ['from', 'codes'];
}

function patternOf(rule: YamlBlock): string {
  const pattern = rule.text('date') ?? usualDate;
  if (dayReader(pattern) !== null) return pattern;
  throw rule.fault('date', `${pattern} is no pattern of days`, {
    found: pattern,
    expected: usualDatePatterns.join(', '),
  });
}

function splitOf(rule: YamlBlock): string | null {
  const split = rule.text('split');
  if (split === '') throw rule.fault('split', 'split is empty', { expected: 'what stands between the entries' });
  return split;
}

/** Words that a field knows; null: any. */
function wordsOf(field: MappedField, table: MappedTable): readonly string[] | null {
  if (field === 'kind') return table === 'patents' ? kinds : table === 'deeds' ? deedKinds : null;
  if (field === 'event') return toldEvents;
  if (field === 'outcome' && table === 'decisions') return decisionOutcomes;
  if (field === 'status') return markStatuses;
  return field === 'holder_types' || field === 'to_types' ? holderTypes : null;
}

function codesOf(rule: YamlBlock, field: MappedField, table: MappedTable): Map<string, string> | null {
  const codes = rule.block('codes');
  if (codes === null) {
    if (rule.has('codes')) throw rule.fault('codes', 'codes is not a map', { expected: '{ word: value }' });
    return null;
  }
  const words = codes.words();
  const known = wordsOf(field, table);
  if (known !== null) for (const [word, value] of words) wordOf(codes, word, value, known);
  return words;
}

function defaultsOf(block: YamlBlock, table: MappedTable): Mapping['defaults'] {
  const defaults = block.block('defaults');
  if (defaults === null) {
    if (block.has('defaults')) throw block.fault('defaults', 'defaults is not a map', { expected: 'a map' });
    return {};
  }
  const read: Partial<Record<DefaultField, string>> = {};
  for (const field of defaults.keys(tableDefaults[table]) as DefaultField[]) {
    const value = defaults.text(field);
    if (value !== null) read[field] = checkedDefault(defaults, field, value, table);
  }
  return read as Mapping['defaults'];
}

function checkedDefault(defaults: YamlBlock, field: DefaultField, value: string, table: MappedTable): string {
  const known = field === 'kind' || field === 'event' || field === 'outcome' ? wordsOf(field, table) : null;
  if (known !== null) return wordOf(defaults, field, value, known);
  if (field === 'dataset') return wordOf(defaults, field, value, datasets);
  if ((field === 'office' || field === 'country') && !/^[A-Z]{2}$/.test(value)) {
    throw defaults.fault(field, `${value} is no code of an office`, { found: value, expected: 'an ST.3 code: CN' });
  }
  return value;
}
