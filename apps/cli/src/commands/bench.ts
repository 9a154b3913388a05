import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { exitCodeOf, type OnProgress, OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import type { BenchAnswer } from '../bench/bench-answer.js';
import { demandOperator } from '../credential.js';
import { globalOptions } from '../global-options.js';
import { createProgressPrinter } from '../progress-printer.js';
import { failWith } from '../runtime.js';
import { textTable } from '../text-table.js';

interface BenchOptions {
  readonly rows?: string;
  readonly patents?: string;
  readonly workers?: string;
  readonly rounds: string;
  readonly megabytes?: string;
  readonly documents: string;
  readonly peerDocuments: string;
  readonly seed: string;
  readonly texts: 'full' | 'titles' | 'none';
  readonly picture?: string;
  readonly large: boolean;
  readonly parts?: string;
  readonly catalogue: string;
  readonly times: string;
}

const benches = ['load', 'areas', 'parties', 'synthesis', 'indicators', 'screen'];

/** bench NAME: figures of this machine, beside the limits of the same run; no office folder is touched. */
export function registerBenchCommand(program: Command): void {
  program
    .command('bench')
    .description(
      'measure this machine: load; areas, which reads addresses with planted noise; parties, which resolves planted holders; synthesis; indicators, which computes a fixed list and opens it; screen, which finds planted near texts beside other programs',
    )
    .argument('<name>', benches.join(', '))
    .option(
      '--rows <n>',
      'applications of the synthetic office (150,000; with --large 3,600,000, which makes 5 million rows); addresses (140,000); holder rows (200,000); applications of synthesis (1,000,000)',
    )
    .option(
      '--patents <n>',
      'of indicators: applications of the office that is made (1,000,000), with --data FOLDER a copy of that office; of screen: of the office that is screened (20,000)',
    )
    .option(
      '--parts <names>',
      'of indicators: the parts beside computing, such as scan,open; of screen: such as peers,whole,office, and real with --data FOLDER, an office whose texts are compared with what is planted among them (left out: all)',
    )
    .option('--catalogue <name>', 'of indicators: fixed, the list of the bench; whole, every definition', 'fixed')
    .option('--times <n>', 'of indicators: each record so many times, under shifted numbers, up to 99', '1')
    .option(
      '--workers <n>',
      'threads of the wide load (left out: 2; with --large one a core, four at most); of screen: numbers of them, one after the other (1,2)',
    )
    .option('--documents <n>', 'of screen: abstracts that are compared', '100000')
    .option('--peer-documents <n>', 'of screen: abstracts that other programs are given too', '50000')
    .option('--rounds <n>', 'runs of which each figure is the median', '3')
    .option('--megabytes <n>', 'size of the weekly file (200; with --large 2,000)')
    .option('--seed <n>', 'of the planted addresses and holders, of the synthetic office', '2')
    .option('--texts <amount>', 'of synthesis: full, titles, none', 'full')
    .option('--picture <file>', 'of synthesis: where a sheet of its distributions goes (SVG)')
    .option('--large', 'memory of loading files that are too large for it, instead', false)
    .action(async (name: string, options: BenchOptions, command: Command) => {
      const global = globalOptions(command);
      if (!benches.includes(name)) {
        throw new UserFault('usage', { values: { what: `no bench is named ${name}` }, expected: benches.join(', ') });
      }
      const progress = createProgressPrinter(global.progress);
      try {
        demandOperator('bench:run', global.as, resolve(global.data));
        const stands = command.getOptionValueSourceWithGlobals('data') === 'cli' ? resolve(global.data) : null;
        const answer = await measuredBy(name, options, stands, progress.onProgress);
        progress.finish();
        process.stdout.write(`${global.json ? JSON.stringify(answer, null, 2) : show(answer)}\n`);
        if (answer.failed !== undefined) {
          process.stderr.write(`error internal: ${answer.failed.part}: ${answer.failed.message}\n`);
          process.exitCode = exitCodeOf(new OwnFault(answer.failed.message));
        }
      } catch (error) {
        progress.finish();
        await failWith(error, global.json);
      }
    });
}

/** @param data folder of an office that was named */
function measuredBy(
  name: string,
  options: BenchOptions,
  data: string | null,
  onProgress: OnProgress,
): Promise<BenchAnswer> {
  if (name === 'indicators') return measuredIndicators(options, data, onProgress);
  if (name === 'screen') return measuredScreen(options, data, onProgress);
  if (name === 'areas') return measuredAreas(options);
  if (name === 'parties') return measuredParties(options);
  return name === 'synthesis' ? measuredSynthesis(options) : measured(options, onProgress);
}

async function measuredSynthesis({ rows = '1000000', seed, texts, picture }: BenchOptions): Promise<BenchAnswer> {
  const { benchSynthesis } = await import('../bench/bench-synthesis.js');
  return benchSynthesis({
    patents: count('rows', rows),
    seed: count('seed', seed),
    texts,
    picture: picture === undefined ? null : resolve(picture),
  });
}

async function measuredIndicators(
  { patents = '1000000', seed, rounds, parts, ...options }: BenchOptions,
  data: string | null,
  onProgress: OnProgress,
): Promise<BenchAnswer> {
  const { benchIndicators } = await import('../bench/bench-indicators.js');
  const { catalogues, indicatorParts, partsOf, usualParts } = await import('../bench/indicator-parts.js');
  const catalogue = catalogues.find((one) => one === options.catalogue);
  if (catalogue === undefined) throw unknown(`no catalogue is named ${options.catalogue}`, catalogues);
  const times = count('times', options.times);
  if (times > 99) throw unknown(`--times ${times}`, ['a whole number from 1 to 99']);
  const possible = partsOf({ catalogue, times });
  const asked = parts?.split(',') ?? usualParts({ catalogue, times });
  const wrong = asked.find((part) => !possible.some((known) => known === part));
  if (wrong !== undefined) throw unknown(`no part is named ${wrong}`, possible);
  return benchIndicators({
    parts: indicatorParts.filter((part) => asked.includes(part)),
    catalogue,
    times,
    patents: count('patents', patents),
    seed: count('seed', seed),
    rounds: count('rounds', rounds),
    data,
    onProgress,
  });
}

async function measuredScreen(
  options: BenchOptions,
  data: string | null,
  onProgress: OnProgress,
): Promise<BenchAnswer> {
  const { benchScreen, screenParts: all } = await import('../bench/bench-screen.js');
  const screenParts = all.filter((part) => part !== 'real' || data !== null);
  const { workers = '1,2', documents, peerDocuments, patents = '20000', seed } = options;
  const asked = options.parts?.split(',') ?? screenParts;
  const wrong = asked.find((part) => !screenParts.some((known) => known === part));
  if (wrong !== undefined) throw unknown(`no part is named ${wrong}`, screenParts);
  return benchScreen({
    parts: screenParts.filter((part) => asked.includes(part)),
    documents: count('documents', documents),
    peerDocuments: count('peer-documents', peerDocuments),
    patents: count('patents', patents),
    workers: workers.split(',').map((one) => count('workers', one)),
    seed: count('seed', seed),
    data,
    onProgress,
  });
}

async function measuredParties({ rows = '200000', seed, rounds }: BenchOptions): Promise<BenchAnswer> {
  const { benchParties } = await import('../bench/bench-parties.js');
  return benchParties({ rows: count('rows', rows), seed: count('seed', seed), rounds: count('rounds', rounds) });
}

async function measuredAreas({ rows = '140000', seed, rounds }: BenchOptions): Promise<BenchAnswer> {
  const { benchAreas } = await import('../bench/bench-areas.js');
  return benchAreas({ addresses: count('rows', rows), seed: count('seed', seed), rounds: count('rounds', rounds) });
}

async function measured(options: BenchOptions, onProgress: OnProgress): Promise<BenchAnswer> {
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

function unknown(what: string, expected: readonly string[]): UserFault {
  return new UserFault('usage', { values: { what }, expected: expected.join(', ') });
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
