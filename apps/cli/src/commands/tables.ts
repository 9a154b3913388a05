import { basename, resolve } from 'node:path';
import type { IndicatorCheckAnswer, TableListItem, TableMade } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';

/** table list, make, check. */
export function registerTableCommands(program: Command): void {
  const table = program.command('table').description('named tables of figures');
  table
    .command('list')
    .description('the named tables and packs, with their sheets')
    .action(async (_options: object, command: Command) => {
      await carryOut<TableListItem[]>(globalOptions(command), 'table-list', {}, (rows) =>
        textTable(
          rows.map(({ id, names, period, sheets, provisional, fault }) => ({
            ...{ id, name: names?.en ?? '', period: period ?? '', provisional },
            sheets: sheets.map((sheet) => sheet.id).join(', '),
            fault: fault?.message ?? '',
          })),
          ['id', 'name', 'period', 'sheets', 'provisional', 'fault'],
        ),
      );
    });
  table
    .command('make')
    .description('write a table of one vintage as files; refused where its parts do not add up')
    .argument('<id>')
    .requiredOption('--out <folder>', 'where the files are written')
    .option('--period <period>', '2023-05 or 2023, as the table is made for; left out: the newest that is whole')
    .option('--vintage <name>', 'left out: the newest')
    .option('--dataset <dataset>', 'real or synthetic; left out: the real one where there are both')
    .option('--format <format...>', 'xlsx, csv, parquet; left out: all', several)
    .option('--language <language>', 'zh-Hans, zh-Hant or en', 'zh-Hans')
    .action(async (id: string, options: { out: string }, command: Command) => {
      const input = { ...options, id, out: resolve(options.out) };
      await carryOut<TableMade>(globalOptions(command), 'table-make', input, ({ files }) =>
        textTable(files, ['path', 'format', 'sheet', 'bytes', 'sha256']),
      );
    });
  table
    .command('check')
    .description('every fault of a table file')
    .argument('<file>')
    .action(async (file: string, _options: object, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, async () => {
        const input = { text: await readText(file), file: basename(file) };
        await carryOut<Pick<IndicatorCheckAnswer, 'ok' | 'faults'>>(options, 'table-check', input, ({ ok, faults }) =>
          ok ? 'no faults' : textTable(faults, ['file', 'line', 'column', 'code', 'message', 'found', 'expected']),
        );
      });
    });
}
