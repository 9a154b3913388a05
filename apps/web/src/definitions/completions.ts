import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { kinds, patentDecisionTables, patentTables, statistics, units } from '@zhiheng/vocabulary';

/** Keys of a definition, with what may stand behind those that choose among a few words. */
const choices: Readonly<Record<string, readonly string[]>> = {
  unit: Object.keys(units),
  better: ['higher', 'lower', 'steady'],
  kind: ['flow', 'stock', 'duration', 'distribution', 'reported', 'slot', ...kinds],
  table: ['patents', 'trademarks', 'recordals'],
  holder: ['first', 'each', 'fractional'],
  at: ['filing', 'event', 'period-end'],
  event: ['filed', 'examination_requested', 'closed', 'granted', 'ceased', 'registered', 'recorded'],
  convention: ['days', 'boundaries', 'complete-months'],
  provisional: ['true', 'false'],
  statistic: statistics,
};
const sameChoices: Readonly<Record<string, string>> = {
  start_event: 'event',
  end_event: 'event',
  date: 'column',
  starts: 'column',
  ends: 'column',
  start: 'column',
  end: 'column',
};
const keys = [
  ...['id', 'names', 'summary', 'unit', 'decimals', 'better', 'kind', 'table', 'where', 'attribution', 'date', 'event'],
  ...[
    'starts',
    'ends',
    'start_event',
    'end_event',
    'clock',
    'breakdowns',
    'published',
    'source',
    'provisional',
    'traps',
  ],
];
const innerKeys = [
  'zh-Hans',
  'zh-Hant',
  'en',
  'text',
  'article',
  'url',
  'series',
  'breakdown',
  'start',
  'end',
  'target',
];
const operators = ['and', 'or', 'not', 'in', 'like', 'is null', 'is not null', 'true', 'false'];

const bookkeeping = ['revision', 'content_hash', 'source', 'source_position'];
/** Columns that a condition can name, with their types. */
const columns = new Map<string, string>(
  [patentTables.patents, patentTables.patent_states, patentDecisionTables.patent_decisions].flatMap((table) =>
    Object.entries(table.columns).filter(([name, type]) => !bookkeeping.includes(name) && type !== 'hash'),
  ),
);
for (const name of ['area', 'holder', 'title']) columns.set(name, 'text');

const plain = (type: string) => (label: string) => ({ label, type });
const columnWords: readonly Completion[] = [...columns].map(([label, detail]) => ({ label, detail, type: 'variable' }));
const conditionWords = [
  ...columnWords,
  ...operators.map(plain('keyword')),
  ...kinds.map((one) => plain('text')(`'${one}'`)),
];
const topWords = keys.map((key) => ({ label: key, apply: `${key}: `, type: 'property' }));
const innerWords = [...innerKeys, 'holder', 'at', 'convention', 'statistic', 'date'].map((key) => ({
  ...{ label: key, apply: `${key}: `, type: 'property' },
}));

/** What may stand at the cursor: keys at the beginning of a line, words and columns behind them. */
export function completeDefinition(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  if (word === '' && !context.explicit) return null;
  const from = context.pos - word.length;
  const behind = /(?:^|[\s{,-])([a-z_]+):\s*(?:[^,:{}]*)$/.exec(before)?.[1];
  if (/^\s*where:/.test(before)) return { from, options: conditionWords, validFor: /^[\w-]*$/ };
  if (behind === undefined) {
    const top = /^\w*$/.test(before);
    return { from, options: top ? topWords : innerWords, validFor: /^[\w-]*$/ };
  }
  const name = sameChoices[behind] ?? behind;
  if (name === 'column') return { from, options: columnWords, validFor: /^\w*$/ };
  const options = choices[name];
  return options === undefined ? null : { from, options: options.map(plain('enum')), validFor: /^[\w-]*$/ };
}
