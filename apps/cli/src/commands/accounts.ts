import type { AskedRenewal, OneTimeLink } from '@zhiheng/accounts';
import type { AccountRow } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { registerOwnAccountCommands } from './own-account.js';
import { registerRoleCommands } from './roles.js';

interface Invitation {
  readonly organisation: string;
  readonly name: string;
  readonly mail?: string;
  readonly phone?: string;
}

const changes = [
  ['disable', 'stop an account for a time'],
  ['enable', 'let a disabled account sign in again'],
  ['leave', 'record that someone has left'],
  ['erase', 'erase who stood behind an account that has left'],
] as const;

const linkText = ({ account, token, expiresAt }: OneTimeLink) =>
  `one-time link of ${account}, good until ${expiresAt}: /sign-in#link=${token}`;

const askedText = ({ account, renewal, due }: AskedRenewal) =>
  `asked for; another administrator confirms by ${due?.day ?? '–'}: zhiheng account link-confirm ${renewal} (${account})`;

/** account create, list, link, link-confirm, link-turn-down, disable, enable, leave, erase, sign-out, and the words below it. */
export function registerAccountCommands(program: Command): void {
  const account = program.command('account').description('accounts, their roles, keys and delegations');
  account
    .command('create')
    .description('invite someone; prints a one-time link')
    .argument('<account>', 'name to sign in with')
    .requiredOption('--organisation <id>', 'see zhiheng org list')
    .requiredOption('--name <name>', 'name of the person')
    .option('--mail <address>')
    .option('--phone <number>')
    .action(async (id: string, { organisation, name, mail, phone }: Invitation, command: Command) => {
      const person = { displayName: name, mail: mail ?? null, phone: phone ?? null };
      await carryOut<OneTimeLink>(globalOptions(command), 'account-invite', { id, organisation, person }, linkText);
    });
  account
    .command('list')
    .description('accounts with their roles')
    .option('--organisation <id>')
    .option('--names', 'names and addresses too: a read that is written down', false)
    .action(async (options: object, command: Command) => {
      await carryOut<AccountRow[]>(globalOptions(command), 'account-list', options, (rows) =>
        textTable(rows.map(shown), ['id', 'name', 'organisation', 'state', 'roles']),
      );
    });
  account
    .command('link')
    .description('a new one-time link in place of an older one')
    .argument('<account>')
    .action(async (name: string, _options: object, command: Command) => {
      await carryOut<OneTimeLink | AskedRenewal>(
        globalOptions(command),
        'account-link',
        { account: name },
        (renewed) => ('token' in renewed ? linkText(renewed) : askedText(renewed)),
      );
    });
  account
    .command('link-confirm')
    .description('confirm a link that another administrator asked for; prints it')
    .argument('<renewal>', 'see zhiheng my-work')
    .action(async (renewal: string, _options: object, command: Command) => {
      await carryOut<OneTimeLink>(globalOptions(command), 'link-confirm', { renewal }, linkText);
    });
  account
    .command('link-turn-down')
    .description('turn such a link down')
    .argument('<renewal>', 'see zhiheng my-work')
    .action(async (renewal: string, _options: object, command: Command) => {
      await carryOut<object>(globalOptions(command), 'link-turn-down', { renewal }, () => 'done');
    });
  for (const [step, description] of changes) {
    account
      .command(step)
      .description(description)
      .argument('<account>')
      .action(async (name: string, _options: object, command: Command) => {
        await carryOut<object>(globalOptions(command), `account-${step}`, { account: name }, () => 'done');
      });
  }
  account
    .command('sign-out')
    .description('end every session of another account')
    .argument('<account>')
    .action(async (name: string, _options: object, command: Command) => {
      await carryOut<{ ended: number }>(globalOptions(command), 'account-sign-out', { account: name }, ({ ended }) =>
        String(ended),
      );
    });
  registerRoleCommands(account);
  registerOwnAccountCommands(account);
}

function shown({ id, organisation, state, personal, roles }: AccountRow) {
  const held = roles.filter((grant) => grant.state === 'granted').map(({ role }) => role);
  return { id, name: personal?.displayName ?? null, organisation, state, roles: held };
}
