import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import type { BenchAnswer } from '../bench/bench-answer.js';
import { demandOperator } from '../credential.js';
import { globalOptions } from '../global-options.js';
import { createProgressPrinter } from '../progress-printer.js';
import { failWith } from '../runtime.js';
import { textTable } from '../text-table.js';

interface BenchOptions {
  readonly rows?: string;
  readonly workers?: string;
  readonly rounds: string;
  readonly megabytes?: string;
  readonly large: boolean;
}

/** bench NAME: figures of this machine, beside the limits of the same run; no office folder is touched. */
export function registerBenchCommand(program: Command): void {
  program
    .command('bench')
    .description('measure this machine: load')
    .argument('<name>', 'load')
    .option(
      '--rows <n>',
      'applications of the synthetic office (150,000; with --large 3,600,000, which makes 5 million rows)',
    )
    .option('--workers <n>', 'threads of the wide load (left out: 2; with --large one a core, four at most)')
    .option('--rounds <n>', 'runs of which each figure is the median', '3')
    .option('--megabytes <n>', 'size of the weekly file (200; with --large 2,000)')
    .option('--large', 'memory of loading files that are too large for it, instead', false)
    .action(async (name: string, options: BenchOptions, command: Command) => {
      const global = globalOptions(command);
      if (name !== 'load')
        throw new UserFault('usage', { values: { what: `no bench is named ${name}` }, expected: 'load' });
      const progress = createProgressPrinter(global.progress);
      try {
        demandOperator('bench:run', global.as, resolve(global.data));
        const answer = await measured(options, progress.onProgress);
        progress.finish();
        process.stdout.write(`${global.json ? JSON.stringify(answer, null, 2) : show(answer)}\n`);
      } catch (error) {
        progress.finish();
        await failWith(error, global.json);
      }
    });
}

async function measured(
  options: BenchOptions,
  onProgress: ReturnType<typeof createProgressPrinter>['onProgress'],
): Promise<BenchAnswer> {
  const { large } = options;
  const rows = count('rows', options.rows ?? (large ? '3600000' : '150000'));
  const weeklyBytes = count('megabytes', options.megabytes ?? (large ? '2000' : '200')) * 1_000_000;
  const cores = Math.max(1, Math.min(availableParallelism(), 4));
  const workers = count('workers', options.workers ?? String(large ? cores : 2));
  if (large) {
    const { benchLarge } = await import('../bench/bench-large.js');
    return benchLarge({ rows, weeklyBytes, workers, onProgress });
  }
  const { benchLoad } = await import('../bench/bench-load.js');
  return benchLoad({ rows, weeklyBytes, workers, rounds: count('rounds', options.rounds), onProgress });
}

function count(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UserFault('usage', {
    place: { field: option },
    found: text,
    expected: 'a whole number above 0',
    values: { what: `--${option} ${text}` },
  });
}

function show({ limits, speeds, ratios, memory, rows, seconds }: BenchAnswer): string {
  const lines = Object.entries({ ...limits, ...speeds, ...ratios }).map(([figure, value]) => ({
    figure,
    value: Number(value.toPrecision(4)),
  }));
  const whole = [
    { figure: 'memoryMB', value: Math.round(memory / 1e6) },
    { figure: 'rows', value: rows },
    { figure: 'seconds', value: Math.round(seconds) },
  ];
  return textTable([...lines, ...whole], ['figure', 'value']);
}
