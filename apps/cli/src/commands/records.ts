import { resolve } from 'node:path';
import type { LoadResult, QuarantinedRecord } from '@zhiheng/records';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** load, quarantine, coverage. */
export function registerRecordCommands(program: Command): void {
  program
    .command('load')
    .description('read files into the office')
    .argument('<path...>', 'files and folders')
    .option('--format <format>', 'uspto or table; found by content when left out')
    .option('--mapping <file>', 'mapping of a table (YAML)')
    .option('--covers <file>', 'coverage block (YAML)')
    .option('--keep-complete', 'keep the whole records before a damage', false)
    .option('--strict', 'exit 1 when anything goes into quarantine', false)
    .action(async (paths: string[], options: Record<string, string | boolean | undefined>, command: Command) => {
      const absolute = (path: unknown) => (typeof path === 'string' ? resolve(path) : undefined);
      const input = {
        ...options,
        paths: paths.map((path) => resolve(path)),
        mapping: absolute(options.mapping),
        covers: absolute(options.covers),
      };
      await carryOut<LoadResult>(globalOptions(command), 'load', input, showLoad);
    });

  const quarantine = program.command('quarantine').description('records that could not be taken in');
  quarantine
    .command('list')
    .description('quarantined records with file, position, found and expected')
    .option('--file <path>', 'only of this file')
    .action(async (options: { file?: string }, command: Command) => {
      const input = options.file === undefined ? {} : { file: resolve(options.file) };
      await carryOut<QuarantinedRecord[]>(globalOptions(command), 'quarantine-list', input, (rows) =>
        textTable(rows, ['id', 'file', 'position', 'line', 'field', 'code', 'found', 'expected']),
      );
    });

  program
    .command('coverage')
    .description('what a release can know')
    .option('--release <name>', 'left out: the newest')
    .action(async (options: { release?: string }, command: Command) => {
      await carryOut<object[]>(globalOptions(command), 'coverage', options, (rows) =>
        textTable(rows as Record<string, unknown>[], [
          'table',
          'office',
          'dataset',
          'event',
          'kind',
          'area',
          'from',
          'to',
          'inForceFrom',
          'completeness',
          'source',
        ]),
      );
    });
}

function showLoad(result: LoadResult): string {
  const files = result.files.map((file) => ({ ...file, error: file.error?.code ?? null }));
  const table = textTable(files, [
    'path',
    'format',
    'read',
    'loaded',
    'replaced',
    'duplicates',
    'ignored',
    'quarantined',
    'error',
  ]);
  const { read, loaded, replaced, duplicates, ignored, quarantined, seconds } = result;
  const faults = result.files.flatMap((file) =>
    file.error === undefined
      ? []
      : [`${file.path}: ${file.error.message}; found ${file.error.found}, expected ${file.error.expected}`],
  );
  return [
    table,
    `read ${read} = loaded ${loaded} + replaced ${replaced} + duplicates ${duplicates} + ignored ${ignored} + quarantined ${quarantined} (${seconds.toFixed(1)} s)`,
    ...faults,
  ].join('\n');
}
