import type { Delegation } from '@zhiheng/accounts';
import type { NewKeyAnswer, OwnAccountAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readPasswords } from '../read-passwords.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';

interface GiveOptions {
  readonly roles: string[];
  readonly from: string;
  readonly to: string;
}

const delegations = (rows: readonly Delegation[]) =>
  textTable(rows, ['id', 'giver', 'receiver', 'roles', 'from', 'to', 'endedAt']);

/** account show, password, key …, delegation …: what an account does for itself, with --as. */
export function registerOwnAccountCommands(account: Command): void {
  account
    .command('show')
    .description('one’s own account: roles and sessions')
    .action(async (_options: object, command: Command) => {
      await carryOut<OwnAccountAnswer>(globalOptions(command), 'own-account', {}, (own) =>
        [
          `${own.id} (${own.personal?.displayName ?? '–'}), ${own.organisation}, ${own.state}`,
          textTable(own.roles, ['role', 'areas', 'from', 'to', 'state']),
          textTable(own.sessions, ['id', 'address', 'startedAt', 'seenAt', 'endsAt', 'actingFor']),
        ].join('\n'),
      );
    });
  account
    .command('password')
    .description('change one’s own password: the present one, then the new one')
    .action(async (_options: object, command: Command) => {
      const global = globalOptions(command);
      await withFailures(global, async () => {
        const [current, next] = await readPasswords(['present password: ', 'new password: ']);
        await carryOut<object>(global, 'password-change', { current, next }, () => 'done');
      });
    });
  registerKeys(account.command('key').description('API keys of one’s own'));
  registerDelegations(account.command('delegation').description('acting in an absent colleague’s place'));
}

function registerKeys(key: Command): void {
  key
    .command('create')
    .description('make a key; it is printed once')
    .argument('<label>', 'what it is for')
    .requiredOption('--permissions <permission...>', 'see zhiheng rights', several)
    .requiredOption('--expires <date>', 'last day')
    .action(async (label: string, options: { permissions: string[]; expires: string }, command: Command) => {
      const input = { label, permissions: options.permissions, expiresOn: options.expires };
      await carryOut<NewKeyAnswer>(globalOptions(command), 'key-create', input, ({ key: made }) => made);
    });
  key
    .command('list')
    .description('keys, revoked and expired ones too')
    .action(async (_options: object, command: Command) => {
      const global = globalOptions(command);
      const columns = ['prefix', 'label', 'permissions', 'madeAt', 'expiresOn', 'revokedAt'] as const;
      await carryOut<OwnAccountAnswer>(
        global,
        'own-account',
        {},
        ({ keys }) => textTable(keys, columns),
        ({ keys }) => keys,
      );
    });
  key
    .command('revoke')
    .description('revoke a key')
    .argument('<prefix>')
    .option('--account <account>', 'of another account')
    .action(async (prefix: string, options: object, command: Command) => {
      await carryOut<object>(globalOptions(command), 'key-revoke', { ...options, prefix }, () => 'done');
    });
}

function registerDelegations(delegation: Command): void {
  delegation
    .command('give')
    .description('let another account act in one’s place for some days')
    .argument('<account>')
    .requiredOption('--roles <role...>', 'roles of one’s own', several)
    .requiredOption('--from <date>', 'first day')
    .requiredOption('--to <date>', 'last day')
    .action(async (receiver: string, options: GiveOptions, command: Command) => {
      await carryOut<Delegation>(globalOptions(command), 'delegation-give', { ...options, receiver }, (given) =>
        delegations([given]),
      );
    });
  delegation
    .command('end')
    .description('end a delegation at once')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<object>(globalOptions(command), 'delegation-end', { id }, () => 'done');
    });
  delegation
    .command('list')
    .description('delegations given and received')
    .action(async (_options: object, command: Command) => {
      await carryOut<Delegation[]>(globalOptions(command), 'delegation-list', {}, delegations);
    });
  delegation
    .command('act-for')
    .description('act in a colleague’s place from now on; without a name in one’s own again')
    .argument('[account]')
    .action(async (colleague: string | undefined, _options: object, command: Command) => {
      await carryOut<object>(globalOptions(command), 'act-for', { account: colleague ?? null }, () => 'done');
    });
}
