import { basename, resolve } from 'node:path';
import type { ProposeAnswer } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { registerQuarantineCommands } from './quarantine.js';
import { registerRunningCommands } from './running.js';

/** load, quarantine, running, cancel, coverage. */
export function registerRecordCommands(program: Command): void {
  program
    .command('load')
    .description('read files into the office')
    .argument('[path...]', 'files, folders, archives')
    .option('--propose <table>', 'load nothing: write a mapping for a table, with a preview')
    .option('--out <file>', 'with --propose: where the mapping goes (left out: TABLE.mapping.yaml here)')
    .option('--format <format>', 'format of docs/formats.md; found by content when left out')
    .option(
      '--mapping <file>',
      'mapping of a table (YAML); several times: each names its files',
      (path: string, before: string[] = []) => [...before, path],
    )
    .option('--covers <file>', 'coverage block (YAML)')
    .option('--keep-complete', 'keep the whole records before a damage', false)
    .option('--strict', 'exit 1 when anything goes into quarantine', false)
    .action(
      async (paths: string[], options: Record<string, string | boolean | string[] | undefined>, command: Command) => {
        if (typeof options.propose === 'string') {
          await propose(options.propose, options.out, command);
          return;
        }
        if (paths.length === 0) throw new UserFault('usage', { values: { what: 'name the files to load' } });
        const absolute = (path: unknown) => (typeof path === 'string' ? resolve(path) : undefined);
        const input = {
          ...options,
          paths: paths.map((path) => resolve(path)),
          ...(Array.isArray(options.mapping) ? { mapping: options.mapping.map((path) => resolve(path)) } : {}),
          covers: absolute(options.covers),
        };
        await carryOut<LoadResult>(globalOptions(command), 'load', input, showLoad);
      },
    );

  registerQuarantineCommands(program);
  registerRunningCommands(program);

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

async function propose(table: string, out: unknown, command: Command): Promise<void> {
  const mapping = typeof out === 'string' ? out : `${basename(table)}.mapping.yaml`;
  const input = { file: resolve(table), out: resolve(mapping) };
  await carryOut<ProposeAnswer>(globalOptions(command), 'load-propose', input, (answer) =>
    [
      textTable(answer.preview, ['column', 'field', 'sure', 'why', 'examples']),
      `not mapped: ${answer.unmapped.join(', ') || 'nothing'}`,
      ...answer.missing.map((field) => `no column fills ${field}: say which in the mapping`),
      `written: ${answer.mapping}`,
    ].join('\n'),
  );
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
