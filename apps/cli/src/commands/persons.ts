import type { PersonNameAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';

/** people name, erase. */
export function registerPersonCommands(program: Command): void {
  const people = program.command('people').description('inventors and agents, whom records name by pseudonyms');
  people
    .command('name')
    .description('the name behind a pseudonym: a read that is written down')
    .argument('<pseudonym>')
    .action(async (pseudonym: string, _options: object, command: Command) => {
      await carryOut<PersonNameAnswer>(globalOptions(command), 'person-name', { pseudonym }, ({ name, erasedAt }) =>
        name === null ? `erased at ${erasedAt}` : name,
      );
    });
  people
    .command('erase')
    .description('erase the name behind a pseudonym, for good')
    .argument('<pseudonym>')
    .requiredOption('--reason <text>', 'why; kept, so without the name')
    .action(async (pseudonym: string, { reason }: { reason: string }, command: Command) => {
      await carryOut<object>(globalOptions(command), 'person-erase', { pseudonym, reason }, () => 'done');
    });
}
