import type { LettersAnswer, LettersSentAnswer, MatrixAnswer, MyWorkAnswer, SessionAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** rights, my-work, notice read, notices mail, letters, whoami. */
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
      await carryOut<MyWorkAnswer>(globalOptions(command), 'my-work', {}, ({ proposals, renewals, notices }) =>
        [
          textTable(proposals, ['id', 'account', 'role', 'areas', 'from', 'to', 'proposedBy']),
          textTable(renewals, ['renewal', 'account', 'askedBy', 'askedAt', 'due']),
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
  const notices = program.command('notices').description('notices as letters');
  notices
    .command('mail')
    .description('send those that wait: to the outbox of the folder, or to the mail server in ZHIHENG_SMTP')
    .option('--again', 'those that failed too, at once', false)
    .action(async (options: { again: boolean }, command: Command) => {
      await carryOut<LettersSentAnswer>(globalOptions(command), 'notices-mail', options, ({ sent, unwanted, failed }) =>
        [`sent ${sent}`, `without an address or read already ${unwanted}`, `failed ${failed}`].join(', '),
      );
    });
  notices
    .command('letters')
    .description('which letters wait, and which failed')
    .action(async (_options: object, command: Command) => {
      await carryOut<LettersAnswer>(globalOptions(command), 'notices-letters', {}, ({ waiting, failed }) =>
        [
          `waiting ${waiting}`,
          textTable(failed, ['notice', 'account', 'attempts', 'fault', 'failedAt', 'nextAt']),
        ].join('\n'),
      );
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
