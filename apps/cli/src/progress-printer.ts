import type { OnProgress, Progress } from '@zhiheng/vocabulary';
import { Presets, SingleBar } from 'cli-progress';

export type ProgressStyle = 'auto' | 'json' | 'none';

interface ProgressPrinter {
  readonly onProgress: OnProgress;
  /** Ends a bar, so that what follows starts on a line of its own. */
  finish(): void;
}

/** A bar on a terminal, one line a stage in a pipe, a line of JSON each with `--progress=json`; all on standard error. */
export function createProgressPrinter(style: ProgressStyle): ProgressPrinter {
  if (style === 'none') return { onProgress: () => {}, finish: () => {} };
  if (style === 'json') {
    return {
      onProgress: (progress) => process.stderr.write(`${JSON.stringify({ progress })}\n`),
      finish: () => {},
    };
  }
  return process.stderr.isTTY ? barPrinter() : linePrinter();
}

function linePrinter(): ProgressPrinter {
  let stage = '';
  return {
    onProgress: (progress) => {
      if (progress.stage === stage) return;
      stage = progress.stage;
      process.stderr.write(`${stage} …\n`);
    },
    finish: () => {},
  };
}

function barPrinter(): ProgressPrinter {
  let bar: SingleBar | null = null;
  let stage = '';
  const finish = () => {
    bar?.stop();
    bar = null;
  };
  const start = (progress: Progress) => {
    finish();
    stage = progress.stage;
    bar = new SingleBar(
      { format: `${stage} {bar} {percentage}%`, clearOnComplete: false, hideCursor: true, stream: process.stderr },
      Presets.shades_classic,
    );
    bar.start(progress.total ?? 1, 0);
  };
  return {
    onProgress: (progress) => {
      if (progress.stage !== stage) start(progress);
      bar?.update(progress.total === null ? 0 : progress.done);
    },
    finish,
  };
}
