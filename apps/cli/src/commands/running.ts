import type { RunningJob } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

const table = (jobs: readonly RunningJob[]) =>
  textTable(
    jobs.map((job) => ({ ...job, stage: job.progress?.stage ?? null })),
    ['id', 'command', 'about', 'person', 'startedAt', 'state', 'stage'],
  );

/** running, cancel. */
export function registerRunningCommands(program: Command): void {
  program
    .command('running')
    .description('heavy work of the server that owns the folder, running or just ended')
    .action(async (_options: object, command: Command) => {
      await carryOut<RunningJob[]>(globalOptions(command), 'running', {}, table);
    });
  program
    .command('cancel')
    .description('stop running work; nothing half remains of it')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<RunningJob>(globalOptions(command), 'cancel', { id }, (job) => table([job]));
    });
}
