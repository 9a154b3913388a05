import type { RoleGrant } from '@zhiheng/accounts';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';

interface GiveOptions {
  readonly areas: string[];
  readonly from: string;
  readonly to?: string;
}

const table = (grants: readonly RoleGrant[]) =>
  textTable(grants, ['id', 'account', 'role', 'areas', 'from', 'to', 'state', 'proposedBy', 'decidedBy']);

const decisions = [
  ['confirm', 'confirm a role that another person proposed'],
  ['turn-down', 'turn a proposed role down'],
  ['withdraw', 'take a granted role away at once'],
] as const;

/** account role give, confirm, turn-down, withdraw, list. */
export function registerRoleCommands(account: Command): void {
  const role = account.command('role').description('what people are in the office');
  role
    .command('give')
    .description('give a role; administrator, auditor and decider are proposed, and another person confirms')
    .argument('<account>')
    .argument('<role>')
    .requiredOption('--areas <area...>', 'everywhere, or codes of areas', several)
    .requiredOption('--from <date>', 'first day')
    .option('--to <date>', 'last day; left out: until it is withdrawn')
    .action(async (name: string, given: string, { areas, from, to }: GiveOptions, command: Command) => {
      const scope = areas.join() === 'everywhere' ? 'everywhere' : areas;
      const input = { account: name, role: given, areas: scope, from, to: to ?? null };
      await carryOut<RoleGrant>(globalOptions(command), 'role-give', input, (grant) => table([grant]));
    });
  for (const [step, description] of decisions) {
    role
      .command(step)
      .description(description)
      .argument('<grant>', 'see zhiheng account role list')
      .action(async (grant: string, _options: object, command: Command) => {
        await carryOut<RoleGrant>(globalOptions(command), `role-${step}`, { grant }, (one) => table([one]));
      });
  }
  role
    .command('list')
    .description('roles, past and proposed too')
    .argument('[account]')
    .action(async (name: string | undefined, _options: object, command: Command) => {
      const input = name === undefined ? {} : { account: name };
      await carryOut<RoleGrant[]>(globalOptions(command), 'role-list', input, table);
    });
}
