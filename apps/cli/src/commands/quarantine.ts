import { resolve } from 'node:path';
import type { HeldQuarantine, QuarantineAnswer, QuarantineFixAnswer } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, failWith } from '../runtime.js';
import { textTable } from '../text-table.js';

interface FixOptions {
  readonly set?: readonly string[];
  readonly row?: string;
  readonly file?: string;
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** quarantine list, show, fix. */
export function registerQuarantineCommands(program: Command): void {
  const quarantine = program.command('quarantine').description('records that could not be taken in');
  quarantine
    .command('list')
    .description('quarantined records with file, position, found and expected')
    .option('--file <path>', 'only of this file')
    .option('--all', 'those put right, too, with who and when', false)
    .action(async (options: { file?: string; all: boolean }, command: Command) => {
      const input = { all: options.all, ...(options.file === undefined ? {} : { file: resolve(options.file) }) };
      const columns = ['id', 'file', 'position', 'line', 'field', 'code', 'found', 'expected'] as const;
      await carryOut<HeldQuarantine[]>(globalOptions(command), 'quarantine-list', input, (rows) =>
        textTable(rows, options.all ? [...columns, 'resolved'] : columns),
      );
    });
  quarantine
    .command('show')
    .description('one record as it was read, and its columns')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<QuarantineAnswer>(globalOptions(command), 'quarantine-show', { id }, showRecord);
    });
  quarantine
    .command('fix')
    .description('put a record right: it is read again as its file was')
    .argument('<id>')
    .option('--set <column=value>', 'a new value of a column of the table; may stand several times', collect)
    .option('--row <text>', 'the whole corrected row')
    .option('--file <file>', 'the whole corrected record in a file (UTF-8)')
    .action(async (id: string, options: FixOptions, command: Command) => {
      const global = globalOptions(command);
      try {
        const input = { id, ...(await correctionOf(options)) };
        await carryOut<QuarantineFixAnswer>(global, 'quarantine-fix', input, showFix);
      } catch (error) {
        await failWith(error, global.json);
      }
    });
}

async function correctionOf({ set, row, file }: FixOptions): Promise<{ set?: object; text?: string }> {
  if ([set, row, file].filter((one) => one !== undefined).length !== 1) {
    const what = 'a correction is one of --set, --row and --file';
    throw new UserFault('usage', { values: { what }, expected: 'see zhiheng quarantine fix --help' });
  }
  if (row !== undefined) return { text: row };
  if (file !== undefined) return { text: await readText(resolve(file)) };
  return { set: Object.fromEntries((set ?? []).map(pairOf)) };
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UserFault('usage', { found: text, expected: 'column=value', values: { what: '--set takes column=value' } });
}

function showRecord({ record, columns, correctable }: QuarantineAnswer): string {
  const head = [
    `${record.file}, byte ${record.position}${record.line === null ? '' : `, line ${record.line}`}`,
    `${record.code}: ${record.field ?? 'the record'}; found ${record.found ?? 'nothing'}, expected ${record.expected ?? 'another'}`,
    ...(record.resolved === null ? [] : [`put right by ${record.resolved.by} at ${record.resolved.at}`]),
    ...(correctable || record.resolved !== null ? [] : ['what its file was read by is not kept: load the file again']),
  ];
  const body = columns === null ? (record.raw ?? '') : textTable(columns, ['column', 'field', 'value']);
  return [...head, '', body].join('\n');
}

function showFix({ id, resolved, load, fault }: QuarantineFixAnswer): string {
  if (fault !== null)
    return `${id} is still at fault: ${fault.code} ${fault.field ?? ''}; found ${fault.found}, expected ${fault.expected}`;
  const { loaded, replaced, duplicates, ignored } = load;
  return `${id} ${resolved ? 'is put right' : 'stays'}: loaded ${loaded}, replaced ${replaced}, duplicates ${duplicates}, ignored ${ignored}`;
}
