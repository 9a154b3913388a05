import type { Collection, ReleaseAnswer } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut, failWith } from '../runtime.js';
import { textTable } from '../text-table.js';

const showAll = (rows: ReleaseAnswer[]) =>
  textTable(rows, ['release', 'createdAt', 'tables', 'segments', 'sharedSegments', 'bytes', 'sharedBytes']);

const showOne = (row: ReleaseAnswer) =>
  [
    showAll([row]),
    ...row.accepted.map(({ check, count, reason }) => `accepted: ${check}, ${count ?? 'did not run'}: ${reason}`),
  ].join('\n');

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

interface AcceptOptions {
  readonly accept?: readonly string[];
  readonly reason?: readonly string[];
}

function acceptanceOf({ accept = [], reason = [] }: AcceptOptions): { accept?: object[] } {
  if (accept.length !== reason.length && (accept.length === 0 || reason.length !== 1)) {
    const what = 'each --accept needs its --reason';
    throw new UserFault('usage', { expected: '--accept CHECK --reason TEXT', values: { what } });
  }
  if (accept.length === 0) return {};
  return { accept: accept.map((check, index) => ({ check, reason: reason[index] ?? reason[0] ?? '' })) };
}

/** release create, list, show, verify, diff. */
export function registerReleaseCommands(program: Command): void {
  const release = program.command('release').description('frozen records');
  release
    .command('create')
    .description('freeze what is loaded under a name')
    .argument('<name>')
    .option(
      '--accept <check>',
      'a check accepted though it fails; may stand several times, each with a reason',
      collect,
    )
    .option('--reason <text>', 'why; one for each --accept, in their order, or one for all', collect)
    .action(async (name: string, options: AcceptOptions, command: Command) => {
      const global = globalOptions(command);
      try {
        await carryOut<ReleaseAnswer>(global, 'release-create', { name, ...acceptanceOf(options) }, showOne);
      } catch (error) {
        await failWith(error, global.json);
      }
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
      await carryOut<ReleaseAnswer>(globalOptions(command), 'release-show', { name }, showOne);
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
