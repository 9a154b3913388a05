import type { TargetHistoryAnswer, TargetProposalRow } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';

/** target revise, overlay, proposals, accept, return, withdraw, history. */
export function registerTargetCommands(program: Command): void {
  const target = program
    .command('target')
    .description('limits of targets that change within the year: one person proposes, another accepts');
  proposing(target.command('revise').description('propose a limit for a target of a programme, from a day on')).action(
    (programme: string, id: string, options: ProposingOptions, command: Command) =>
      propose('target-revise', programme, id, options, command),
  );
  proposing(target.command('overlay').description('propose the limit of a region, from a day on'))
    .requiredOption('--area <code>', 'the region, by its GB/T 2260 code')
    .action((programme: string, id: string, options: ProposingOptions, command: Command) =>
      propose('target-overlay', programme, id, options, command),
    );
  registerSteps(target);
  target
    .command('history')
    .description('every limit that a target had, since when, why and by whom')
    .argument('<programme>')
    .argument('<target>')
    .option('--area <code>', 'the target of a region')
    .action(async (programme: string, id: string, options: object, command: Command) => {
      const input = { ...options, programme, target: id };
      await carryOut<TargetHistoryAnswer>(globalOptions(command), 'target-history', input, showHistory);
    });
}

interface ProposingOptions {
  readonly limit: string;
}

function proposing(command: Command): Command {
  return command
    .argument('<programme>')
    .argument('<target>')
    .requiredOption('--limit <number>', 'in the unit of the target: 0.10 for a growth of 10 %')
    .requiredOption('--from <date>', 'the first day on which it holds')
    .option('--due <date>', 'the day by which it is to be reached, where that changes')
    .requiredOption('--reason <text>', 'kept for good')
    .option('--source <text>', 'number of the document that says so');
}

async function propose(name: string, programme: string, target: string, given: ProposingOptions, command: Command) {
  const options = globalOptions(command);
  await withFailures(options, async () => {
    const limit = given.limit.trim() === '' ? Number.NaN : Number(given.limit);
    if (!Number.isFinite(limit)) {
      const what = 'the limit is no number';
      throw new UserFault('usage', { place: { field: 'limit' }, found: given.limit, values: { what } });
    }
    await carryOut<TargetProposalRow>(options, name, { ...given, limit, programme, target }, (row) =>
      showProposals([row]),
    );
  });
}

const steps = [
  ['accept', 'put a limit in force that another person proposed', false],
  ['return', 'give a proposed limit back', true],
  ['withdraw', 'take a limit back that one proposed', true],
] as const;

function registerSteps(target: Command): void {
  target
    .command('proposals')
    .description('limits that wait for a second person')
    .action(async (_options: object, command: Command) => {
      await carryOut<TargetProposalRow[]>(globalOptions(command), 'target-proposals', {}, showProposals);
    });
  for (const [step, description, needsReason] of steps) {
    const command = target.command(step).description(description).argument('<id>', 'of zhiheng target proposals');
    (needsReason
      ? command.requiredOption('--reason <text>', 'kept for good')
      : command.option('--reason <text>', 'kept for good')
    ).action(async (id: string, options: object, given: Command) => {
      await carryOut<TargetProposalRow>(globalOptions(given), `target-${step}`, { ...options, id }, (row) =>
        showProposals([row]),
      );
    });
  }
}

function showProposals(rows: readonly TargetProposalRow[]): string {
  const columns = ['id', 'before', 'limit', 'unit', 'due', 'from', 'state', 'proposedBy', 'proposedAt'] as const;
  return textTable(rows, [...columns, 'source', 'reason', 'acts']);
}

function showHistory({ target, names, area, unit, standings }: TargetHistoryAnswer): string {
  const rows = standings.map(({ from, before, after, reason, document, change }) => ({
    ...{ from: from ?? '', before: before?.limit ?? '', limit: after.limit ?? '', due: after.due ?? '' },
    ...{ reason: reason?.en ?? '', document: document ?? '' },
    ...{
      proposedBy: change?.proposedBy ?? '',
      acceptedBy: change?.acceptedBy ?? '',
      acceptedAt: change?.acceptedAt ?? '',
    },
  }));
  const columns = [
    'from',
    'before',
    'limit',
    'due',
    'reason',
    'document',
    'proposedBy',
    'acceptedBy',
    'acceptedAt',
  ] as const;
  return [
    `${target}${area === null ? '' : ` in ${area}`}: ${names.en}${unit === null ? '' : ` (${unit})`}`,
    rows.length === 0 ? `no target is set for ${area ?? ''}` : textTable(rows, columns),
  ].join('\n\n');
}
