import { datasets, holderTypes, kinds } from '@zhiheng/vocabulary';
import { dayReader, usualDatePatterns } from '../calendar-day.js';
import {
  type ColumnRule,
  type DefaultField,
  dayFields,
  defaultFields,
  delimiters,
  listFields,
  type MappedField,
  type Mapping,
  mappedFields,
} from './mapping.js';
import { coversOf, wordOf } from './read-covers.js';
import { textEncoding } from './text-encoding.js';
import { YamlBlock } from './yaml-block.js';

const topKeys = ['table', 'encoding', 'delimiter', 'columns', 'defaults', 'covers'];
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
  const table = block.text('table') ?? '';
  return {
    table: wordOf(block, 'table', table, ['patents']),
    encoding: encodingOf(block),
    delimiter: delimiterOf(block),
    columns: columnsOf(block),
    defaults: defaultsOf(block),
    covers: covers === null ? null : coversOf(covers.withCode('coverage-wrong')),
  };
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

function columnsOf(block: YamlBlock): Map<MappedField, ColumnRule> {
  const columns = block.block('columns');
  if (columns === null) throw block.fault('columns', 'it maps no columns', { expected: 'columns: { number: … }' });
  const fields = columns.keys(mappedFields) as MappedField[];
  if (!fields.includes('number')) {
    throw block.fault('columns', 'no column holds the number', { expected: 'columns: { number: … }' });
  }
  return new Map(fields.map((field) => [field, ruleOf(columns, field)]));
}

function ruleOf(columns: YamlBlock, field: MappedField): ColumnRule {
  const rule = columns.block(field);
  const from = rule === null ? columns.text(field) : rule.text('from');
  const isDate = (dayFields as readonly string[]).includes(field);
  if (from === null) {
    const owner = rule ?? columns;
    throw owner.fault(rule === null ? field : 'from', `${field} names no column`, { expected: 'a name of the header' });
  }
  const plain = { from, date: isDate ? usualDate : null, split: null, scheme: null, edition: null, codes: null };
  if (rule === null) return { ...plain, scheme: field === 'classes' ? 'ipc' : null };
  rule.keys(keysFor(field, isDate));
  return {
    from,
    date: isDate ? patternOf(rule) : null,
    split: splitOf(rule),
    scheme: field === 'classes' ? (rule.text('scheme') ?? 'ipc') : null,
    edition: rule.text('edition'),
    codes: codesOf(rule, field),
  };
}

/** What can be said of a column, by what it holds. */
function keysFor(field: MappedField, isDate: boolean): string[] {
  if (isDate) return ['from', 'date'];
  if (field === 'classes') return ['from', 'split', 'scheme', 'edition'];
  return (listFields as readonly string[]).includes(field) ? ['from', 'split', 'codes'] : ['from', 'codes'];
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

function codesOf(rule: YamlBlock, field: MappedField): Map<string, string> | null {
  const codes = rule.block('codes');
  if (codes === null) {
    if (rule.has('codes')) throw rule.fault('codes', 'codes is not a map', { expected: '{ word: value }' });
    return null;
  }
  const words = codes.words();
  const known: readonly string[] | null = field === 'kind' ? kinds : field === 'holder_types' ? holderTypes : null;
  if (known !== null) for (const [word, value] of words) wordOf(codes, word, value, known);
  return words;
}

function defaultsOf(block: YamlBlock): Mapping['defaults'] {
  const defaults = block.block('defaults');
  if (defaults === null) {
    if (block.has('defaults')) throw block.fault('defaults', 'defaults is not a map', { expected: 'a map' });
    return {};
  }
  const read: Partial<Record<DefaultField, string>> = {};
  for (const field of defaults.keys(defaultFields) as DefaultField[]) {
    const value = defaults.text(field);
    if (value !== null) read[field] = checkedDefault(defaults, field, value);
  }
  return read as Mapping['defaults'];
}

function checkedDefault(defaults: YamlBlock, field: DefaultField, value: string): string {
  if (field === 'kind') return wordOf(defaults, field, value, kinds);
  if (field === 'dataset') return wordOf(defaults, field, value, datasets);
  if ((field === 'office' || field === 'country') && !/^[A-Z]{2}$/.test(value)) {
    throw defaults.fault(field, `${value} is no code of an office`, { found: value, expected: 'an ST.3 code: CN' });
  }
  return value;
}
