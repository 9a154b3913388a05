import type { CoverageEvent } from '@zhiheng/vocabulary';
import type { MappedField } from '../table/mapping.js';
import { oneLine, type ProposedRule } from './column-rule.js';
import type { TableHead } from './table-head.js';

export interface ProposedColumn {
  readonly field: MappedField;
  /** Name in the header line. */
  readonly column: string;
  readonly rule: ProposedRule;
}

export interface ProposedMapping {
  readonly head: TableHead;
  readonly columns: readonly ProposedColumn[];
  readonly office: string | null;
  /** Columns that no field takes, with what is known of them. */
  readonly unmapped: readonly { readonly column: string; readonly note: string | null }[];
}

const events: readonly (readonly [MappedField, CoverageEvent])[] = [
  ['filed_on', 'filed'],
  ['examination_requested_on', 'examination_requested'],
  ['closed_on', 'closed'],
  ['granted_on', 'granted'],
  ['ceased_on', 'ceased'],
];

/** The text of a proposed mapping; doubts are comments behind `?`. Coverage is never guessed: its block is commented out. */
export function writeMapping({ head, columns, office, unmapped }: ProposedMapping): string {
  const lines = [
    `# Proposed for ${oneLine(head.file)} by its header and ${head.rows.length} rows. Look at every line marked with "?".`,
    'table: patents',
    ...(head.encoding === 'utf-8' ? [] : [`encoding: ${head.encoding}`]),
    ...(head.delimiter === ',' ? [] : [`delimiter: ${head.delimiter === '\t' ? 'tab' : quoted(head.delimiter)}`]),
    'columns:',
  ];
  if (!columns.some(({ field }) => field === 'number')) {
    lines.push('  # ? no column holds the number of the application, and no table is read without one');
    lines.push('  # number: ');
  }
  for (const { field, column, rule } of columns) {
    lines.push(...rule.doubts.map((doubt) => `  # ? ${doubt}`), `  ${field}: ${ruleText(column, rule)}`);
  }
  if (office === null) lines.push('# ? the office that the numbers belong to', '# defaults: { office: CN }');
  else lines.push(`defaults: { office: ${office} }`);
  if (unmapped.length > 0) {
    lines.push('# Columns that are not read:');
    for (const { column, note } of unmapped) lines.push(`#   ${oneLine(column)}${note === null ? '' : `: ${note}`}`);
  }
  return `${[...lines, ...coverage(columns)].join('\n')}\n`;
}

function ruleText(column: string, { date, split, scheme, codes }: ProposedRule): string {
  const parts = [
    ...(date === null || date === 'YYYY-MM-DD' ? [] : [`date: ${quoted(date)}`]),
    ...(split === null ? [] : [`split: ${quoted(split)}`]),
    ...(scheme === null ? [] : [`scheme: ${scheme}`]),
    ...(codes === null || codes.size === 0
      ? []
      : [`codes: { ${[...codes].map(([word, code]) => `${quoted(word)}: ${quoted(code)}`).join(', ')} }`]),
  ];
  return parts.length === 0 ? quoted(column) : `{ from: ${quoted(column)}, ${parts.join(', ')} }`;
}

function coverage(columns: readonly ProposedColumn[]): string[] {
  const held = events.filter(([field]) => columns.some((column) => column.field === field));
  return [
    '# What the file holds of all there is only you can say; without it no count is final. Fill in and remove the marks:',
    '# covers:',
    '#   kinds: [invention, utility_model, design]',
    ...held.map(([, event]) => `#   ${event}: [YYYY-MM-DD, YYYY-MM-DD]`),
    '#   in_force_from: YYYY-MM-DD      # a day on which every right in force is in the file, if there is one',
    '#   completeness: partial          # full, partial or maturing',
  ];
}

/** A YAML scalar: plain where it can only be a text, else in double quotes. */
function quoted(text: string): string {
  const plain = /^\p{L}[\p{L}\p{N}_./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
