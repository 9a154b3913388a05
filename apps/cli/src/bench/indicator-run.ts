import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { IndicatorMeasures, MeasuredOffice } from '@zhiheng/office';
import { OwnFault } from '@zhiheng/vocabulary';
import type { IndicatorOrder, IndicatorReport } from './indicator-process.js';

/**
 * As for a job; the SQL engine has a limit of its own. One definition at a time holds every joined place with all areas around it, which computing
 * together does not.
 */
const heapOf = (measure: string) => (measure === 'alone' ? 6144 : 1024);

type AnswerOf<Name extends keyof IndicatorMeasures> = Awaited<ReturnType<IndicatorMeasures[Name]>>;

/** Runs one part of the bench in a process of its own; `peakBytes` is its largest resident memory. */
export async function runIndicatorMeasure<Name extends keyof IndicatorMeasures>(
  measure: Name,
  input: Parameters<IndicatorMeasures[Name]>[0],
): Promise<AnswerOf<Name> & { readonly peakBytes: number }> {
  const { reports } = startProcess({ measure, input });
  const { answer, peakBytes } = await reports.done;
  return { ...(answer as AnswerOf<Name>), peakBytes };
}

/** Serves an office in a process of its own while it is used. */
export async function whileServed<T>(
  office: MeasuredOffice,
  use: (address: string) => Promise<T>,
): Promise<{ readonly used: T; readonly peakBytes: number }> {
  const { child, reports } = startProcess({ measure: 'serve', input: { office } });
  // A fault before it serves is told by both.
  reports.done.catch(() => undefined);
  const used = await use(await reports.serving).finally(() => child.connected && child.send('stop'));
  return { used, peakBytes: (await reports.done).peakBytes };
}

interface Reports {
  readonly serving: Promise<string>;
  readonly done: Promise<{ readonly answer: unknown; readonly peakBytes: number }>;
}

function startProcess(order: IndicatorOrder): { readonly child: ChildProcess; readonly reports: Reports } {
  const child = fork(fileURLToPath(new URL('./indicator-process.js', import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${heapOf(order.measure)}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-4000);
  });
  const wanted = <Type extends IndicatorReport['type']>(type: Type) =>
    new Promise<Extract<IndicatorReport, { type: Type }>>((resolve, reject) => {
      child.on('message', (report: IndicatorReport) => {
        if (report.type === type) resolve(report as Extract<IndicatorReport, { type: Type }>);
        if (report.type === 'fault') reject(new OwnFault(`${order.measure}: ${report.message}`));
      });
      child.on('error', reject);
      child.on('close', (code, signal) =>
        reject(new OwnFault(`${order.measure} ended with ${signal ?? code}: ${complaint.trim()}`)),
      );
    });
  const serving = wanted('serving').then(({ address }) => address);
  serving.catch(() => undefined);
  const done = wanted('done');
  child.send(order);
  return { child, reports: { serving, done } };
}
