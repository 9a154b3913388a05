import type { MatrixAnswer, MyWorkAnswer, SessionAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** rights, my-work, notice read, whoami. */
export function registerWorkCommands(program: Command): void {
  program
    .command('rights')
    .description('who may do what, as the policy stands')
    .action(async (_options: object, command: Command) => {
      await carryOut<MatrixAnswer>(globalOptions(command), 'rights-matrix', {}, ({ columns, rows }) =>
        textTable(
          rows.map(({ permission, outcomes }) => ({
            permission,
            ...Object.fromEntries(columns.map((column, index) => [column, outcomes[index] ?? null])),
          })) as Record<string, string | null>[],
          ['permission', ...columns],
        ),
      );
    });
  program
    .command('my-work')
    .description('what waits for whoever acts, and what they were told')
    .action(async (_options: object, command: Command) => {
      await carryOut<MyWorkAnswer>(globalOptions(command), 'my-work', {}, ({ proposals, notices }) =>
        [
          textTable(proposals, ['id', 'account', 'role', 'areas', 'from', 'to', 'proposedBy']),
          textTable(notices, ['id', 'madeAt', 'words', 'args', 'readAt']),
        ].join('\n\n'),
      );
    });
  program
    .command('notice')
    .description('what whoever acts was told')
    .command('read')
    .description('mark a notice as read')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<object>(globalOptions(command), 'notice-read', { id }, () => 'done');
    });
  program
    .command('whoami')
    .description('who acts, in which roles and areas')
    .action(async (_options: object, command: Command) => {
      await carryOut<SessionAnswer>(globalOptions(command), 'session', {}, (who) =>
        textTable([who], ['person', 'displayName', 'roles', 'areas', 'onBehalfOf', 'waiting']),
      );
    });
}
