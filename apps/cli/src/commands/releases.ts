import type { Collection, ReleaseAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

const showAll = (rows: ReleaseAnswer[]) =>
  textTable(rows, ['release', 'createdAt', 'tables', 'segments', 'sharedSegments', 'bytes', 'sharedBytes']);

/** release create, list, show, verify, diff. */
export function registerReleaseCommands(program: Command): void {
  const release = program.command('release').description('frozen records');
  release
    .command('create')
    .description('freeze what is loaded under a name')
    .argument('<name>')
    .action(async (name: string, _options: object, command: Command) => {
      await carryOut<ReleaseAnswer>(globalOptions(command), 'release-create', { name }, (row) => showAll([row]));
    });
  release
    .command('list')
    .description('all releases, the oldest first')
    .action(async (_options: object, command: Command) => {
      await carryOut<ReleaseAnswer[]>(globalOptions(command), 'release-list', {}, showAll);
    });
  release
    .command('show')
    .description('one release; the newest when no name is given')
    .argument('[name]')
    .action(async (name: string | undefined, _options: object, command: Command) => {
      await carryOut<ReleaseAnswer>(globalOptions(command), 'release-show', { name }, (row) => showAll([row]));
    });
  release
    .command('verify')
    .description('read every segment again and compare it with its name and the manifest')
    .argument('[name]')
    .action(async (name: string | undefined, _options: object, command: Command) => {
      await carryOut<{ ok: boolean; checked: number; faults: object[] }>(
        globalOptions(command),
        'release-verify',
        { name },
        ({ ok, checked, faults }) =>
          ok
            ? `ok, ${checked} segments`
            : textTable(faults as Record<string, unknown>[], ['code', 'path', 'found', 'expected']),
      );
    });
  release
    .command('collect')
    .description('remove what no release, vintage or load names any more')
    .action(async (_options: object, command: Command) => {
      await carryOut<Collection>(globalOptions(command), 'release-collect', {}, (row) =>
        textTable([row], ['removed', 'bytes', 'kept']),
      );
    });
  release
    .command('diff')
    .description('what changed from release A to release B')
    .argument('<a>')
    .argument('<b>')
    .action(async (a: string, b: string, _options: object, command: Command) => {
      await carryOut<Record<string, unknown>>(globalOptions(command), 'release-diff', { a, b }, (difference) =>
        textTable([difference], ['added', 'removed', 'changed', 'unchanged']),
      );
    });
}
