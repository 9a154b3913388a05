import type { DurationsAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** durations. */
export function registerDurationsCommand(program: Command): void {
  program
    .command('durations')
    .description('how long the cases behind a duration took, and how many each')
    .argument('<indicator>')
    .requiredOption('--area <area>', 'one area')
    .requiredOption('--period <period>', 'one period')
    .option('--by <breakdown>', 'kind=invention')
    .option('--office <office>', 'granting office (ST.3)')
    .option('--dataset <dataset>', 'real or synthetic')
    .option('--vintage <name>', 'left out: the newest')
    .action(async (indicator: string, options: object, command: Command) => {
      const input = { ...options, indicator };
      await carryOut<DurationsAnswer>(globalOptions(command), 'durations', input, ({ lengths, perMonth }) =>
        textTable(
          lengths.map(({ measure, n }) => ({ months: (measure / perMonth).toFixed(2), n })),
          ['months', 'n'],
        ),
      );
    });
}
