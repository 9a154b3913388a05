import type { GeographicalIndicationRow } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** gi list. */
export function registerGiCommands(program: Command): void {
  const gi = program.command('gi').description('geographical indications');
  gi.command('list')
    .description('geographical indications with number, name, status, dates, country')
    .option('--country <code>', 'ST.3, or the name as the register gives it')
    .option('--status <status>', 'registered, applied, published, rejected')
    .option('--release <name>', 'left out: the newest')
    .action(async (options: object, command: Command) => {
      await carryOut<GeographicalIndicationRow[]>(globalOptions(command), 'gi-list', options, (rows) =>
        textTable(rows, ['number', 'name', 'kind', 'status', 'filedOn', 'publishedOn', 'registeredOn', 'country']),
      );
    });
}
