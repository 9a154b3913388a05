import type { SettingAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** office settings, set. */
export function registerSettingCommands(program: Command): void {
  const office = program.command('office').description('what the office has set for itself');
  office
    .command('settings')
    .description('every setting, with who set it, when and why')
    .action(async (_options: object, command: Command) => {
      await carryOut<SettingAnswer[]>(globalOptions(command), 'office-settings', {}, (settings) =>
        textTable(
          settings.map(({ name, value, usual, edits }) => {
            const last = edits.at(-1);
            return {
              name,
              value,
              usual,
              setBy: last?.person ?? null,
              setAt: last?.time ?? null,
              why: last?.why ?? null,
            };
          }),
          ['name', 'value', 'usual', 'setBy', 'setAt', 'why'],
        ),
      );
    });
  office
    .command('set')
    .description('set one of them')
    .argument('<name>', 'time-zone, granting-office, mail-from, mail-every')
    .argument('<value>')
    .requiredOption('--reason <text>')
    .action(async (name: string, value: string, { reason: why }: { reason: string }, command: Command) => {
      const input = { name, value, why };
      await carryOut<{ act: number }>(globalOptions(command), 'office-set', input, ({ act }) => `act ${act}`);
    });
}
