import { resolve } from 'node:path';
import type { DoctorAnswer, SynthesisAnswer } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut, failWith } from '../runtime.js';
import { textTable } from '../text-table.js';

/** synthesise, doctor, start. */
export function registerOfficeCommands(program: Command): void {
  program
    .command('synthesise')
    .description('write the files of a synthetic office, labelled synthetic everywhere')
    .requiredOption('--patents <n>', 'applications to make')
    .option('--marks <n>', 'trade marks to make')
    .option('--seed <n>', 'the same seed gives the same bytes', '1')
    .requiredOption('--out <folder>', 'where the files go')
    .action(async (options: Record<string, string>, command: Command) => {
      const input = {
        patents: count('patents', options.patents),
        ...(options.marks === undefined ? {} : { marks: count('marks', options.marks) }),
        seed: count('seed', options.seed),
        out: resolve(options.out ?? '.'),
      };
      await carryOut<SynthesisAnswer>(globalOptions(command), 'synthesise', input, (answer) =>
        [...answer.files, ...answer.mappings, answer.truth].join('\n'),
      );
    });

  program
    .command('doctor')
    .description('what this installation and office folder can do')
    .action(async (_options: object, command: Command) => {
      await carryOut<DoctorAnswer>(globalOptions(command), 'doctor', {}, ({ checks }) =>
        textTable(checks, ['check', 'ok', 'found', 'expected']),
      );
    });

  program
    .command('start')
    .description('serve the office on this machine until stopped')
    .option('--port <port>', 'port', '8080')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--first-office', 'make a synthetic office first when the folder holds no records', false)
    .action(async (options: { port: string; host: string; firstOffice: boolean }, command: Command) => {
      const global = globalOptions(command);
      try {
        const { serveOffice } = await import('../serve-office.js');
        await serveOffice({
          folder: resolve(global.data),
          host: options.host,
          port: count('port', options.port),
          firstOffice: options.firstOffice,
          progress: global.progress,
          json: global.json,
        });
      } catch (error) {
        await failWith(error, global.json);
      }
    });
}

function count(field: string, value: string | undefined): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new UserFault('usage', {
      place: { field },
      found: value ?? 'nothing',
      expected: 'a whole number',
      values: { what: `--${field} takes a whole number` },
    });
  }
  return number;
}
