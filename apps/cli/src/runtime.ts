import { resolve } from 'node:path';
import { officePaths } from '@zhiheng/office';
import { exitCodeOf, OwnFault, reportFault } from '@zhiheng/vocabulary';
import { callServer } from './call-server.js';
import { credentialFor } from './credential.js';
import type { GlobalOptions } from './global-options.js';
import { createProgressPrinter } from './progress-printer.js';

interface Outcome {
  readonly json: unknown;
  readonly exit: number;
}

/**
 * Carries out a command: through the socket of the server that owns the folder, else by owning the folder for the moment.
 * Prints the answer (JSON, or the text that `show` makes of it) and sets the exit code. Ctrl-C stops the work and is told;
 * a second one ends the process. `pick`: the part of the answer that JSON shows.
 */
export async function carryOut<Answer>(
  options: GlobalOptions,
  name: string,
  input: object,
  show: (answer: Answer) => string,
  pick: (answer: Answer) => unknown = (answer) => answer,
): Promise<void> {
  const progress = createProgressPrinter(options.progress);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const outcome = await answerOf(options, name, input, progress.onProgress, stop.signal);
    progress.finish();
    const answer = outcome.json as Answer;
    const text = options.json ? JSON.stringify(pick(answer), null, 2) : show(answer);
    await print(`${text}\n`);
    process.exitCode = outcome.exit;
  } catch (error) {
    progress.finish();
    await failWith(error, options.json);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** The outcome of a command, for what is more than printing it. */
export async function answerOf(
  options: GlobalOptions,
  name: string,
  input: object,
  onProgress: ReturnType<typeof createProgressPrinter>['onProgress'] = () => {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  const folder = resolve(options.data);
  const credential = credentialFor(options.as, folder);
  const far = await callServer(officePaths(folder).socket, { name, input, credential }, onProgress, signal);
  if (far !== null) return far;
  // Reading the office takes longer than most answers: only a command that owns the folder needs it.
  const { carryOutLocally } = await import('@zhiheng/office');
  return carryOutLocally({ folder, name, input, credential, onProgress, signal });
}

/** Prints a failure in the form of the contract and sets its exit code. */
export async function failWith(error: unknown, json: boolean): Promise<void> {
  const report = reportFault(error);
  if (json) {
    await print(`${JSON.stringify({ error: report }, null, 2)}\n`);
  } else {
    const place = Object.entries(report.place ?? {}).map(([key, value]) => `${key} ${value}`);
    const lines = [
      `error ${report.code}: ${report.message}`,
      ...(place.length === 0 ? [] : [`  place: ${place.join(', ')}`]),
      ...(report.found === null ? [] : [`  found: ${report.found}`]),
      ...(report.expected === null ? [] : [`  expected: ${report.expected}`]),
    ];
    process.stderr.write(`${lines.join('\n')}\n`);
    if (error instanceof OwnFault && error.cause instanceof Error) process.stderr.write(`${error.cause.stack ?? ''}\n`);
  }
  process.exitCode = exitCodeOf(error);
}

/** Does something and tells its failure as the contract says. */
export async function withFailures({ json }: GlobalOptions, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await failWith(error, json);
  }
}

/** Writes to standard output and waits until it is taken: a pipe that is read slowly loses nothing. */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error ? fail(error) : done()));
  });
}
