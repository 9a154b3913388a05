import type { Organisation } from '@zhiheng/accounts';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

interface AddOptions {
  readonly parent: string;
  readonly kind: string;
  readonly name: string;
  readonly nameHant?: string;
  readonly nameEn?: string;
  readonly area?: string;
}

const table = (rows: readonly Organisation[]) =>
  textTable(
    rows.map((row) => ({ ...row, name: row.names['zh-Hans'] })),
    ['id', 'parent', 'kind', 'name', 'area', 'closedOn'],
  );

/** org list, add, move, close. */
export function registerOrganisationCommands(program: Command): void {
  const org = program.command('org').description('the tree of organisations');
  org
    .command('list')
    .description('every organisation, closed ones too')
    .action(async (_options: object, command: Command) => {
      await carryOut<Organisation[]>(globalOptions(command), 'org-list', {}, table);
    });
  org
    .command('add')
    .description('add an organisation')
    .argument('<id>')
    .requiredOption('--parent <id>', 'under which one it stands')
    .requiredOption('--kind <kind>', 'department, province, bingtuan, city, centre or agency')
    .requiredOption('--name <name>', 'in simplified Chinese')
    .option('--name-hant <name>', 'in traditional Chinese; left out: the same')
    .option('--name-en <name>', 'in English; left out: the same')
    .option('--area <code>', 'the area it stands for')
    .action(async (id: string, { parent, kind, name, nameHant, nameEn, area }: AddOptions, command: Command) => {
      const names = { 'zh-Hans': name, 'zh-Hant': nameHant ?? name, en: nameEn ?? name };
      const input = { id, parent, kind, names, area: area ?? null };
      await carryOut<Organisation>(globalOptions(command), 'org-add', input, (row) => table([row]));
    });
  org
    .command('move')
    .description('put an organisation, with all below it, under another')
    .argument('<id>')
    .argument('<parent>')
    .action(async (id: string, parent: string, _options: object, command: Command) => {
      await carryOut<object>(globalOptions(command), 'org-move', { id, parent }, () => 'done');
    });
  org
    .command('close')
    .description('close an organisation that has neither accounts nor organisations below it')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<{ closedOn: string }>(globalOptions(command), 'org-close', { id }, ({ closedOn }) => closedOn);
    });
}
