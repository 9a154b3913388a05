import type { RecordAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** record. */
export function registerRecordCommand(program: Command): void {
  program
    .command('record')
    .description('every row of one record')
    .argument('<id>', 'CN:202310123456')
    .option('--release <name>', 'left out: what is loaded')
    .action(async (id: string, options: { release?: string }, command: Command) => {
      await carryOut<RecordAnswer>(globalOptions(command), 'record', { id, ...options }, showRecord);
    });
}

function showRecord({ tables }: RecordAnswer): string {
  return tables
    .map(({ table, rows }) => {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== null));
      return `${table}\n${textTable(rows, columns)}`;
    })
    .join('\n\n');
}
