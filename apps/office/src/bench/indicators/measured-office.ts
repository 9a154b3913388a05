import { nodeDisk } from '@zhiheng/lake';
import { localOperator, type OnProgress, systemClock, UserFault } from '@zhiheng/vocabulary';
import { carryOut } from '../../carry-out.js';
import type { CommandName } from '../../commands/index.js';
import { jobsHere } from '../../jobs/run-job-here.js';
import { Office } from '../../office.js';

/** An office that is measured on: its folder, and the definitions that it works by. */
export interface MeasuredOffice {
  readonly folder: string;
  readonly definitions: string;
}

/** Opens an office whose jobs run in this process, so that their memory is its own. */
export function openMeasuredOffice({ folder, definitions }: MeasuredOffice): Promise<Office> {
  return Office.open({ folder, definitions, clock: systemClock, runJob: jobsHere(nodeDisk) });
}

/** Seconds by the clock, and of all threads of this process: on a busy machine the second tells more. */
export interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** What some work gives, and what it took. */
export async function timed<T>(work: () => Promise<T>): Promise<Took & { readonly answer: T }> {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  return { answer, seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** Carries out a command as the local operator; gives its answer and what it took. */
export async function timedCommand<Answer>(
  office: Office,
  name: CommandName,
  input: object,
  onProgress: OnProgress = () => {},
): Promise<Took & { readonly answer: Answer }> {
  return timed(async () => {
    const { json } = await carryOut(name, input, { office, actor: localOperator('bench'), onProgress });
    return json as Answer;
  });
}

/** Freezes what is loaded; checks that fail are accepted by name, since a synthetic office has planted faults. */
export async function timedRelease(office: Office, name: string): Promise<number> {
  const startedAt = performance.now();
  const create = (accept: readonly object[]) => timedCommand(office, 'release-create', { name, accept });
  try {
    await create([]);
  } catch (error) {
    if (!(error instanceof UserFault) || error.code !== 'checks-failed') throw error;
    const failing = (error.detail.found ?? '').split(', ').map((told) => told.split(' ')[0]);
    await create(failing.map((check) => ({ check, reason: 'planted in the synthetic office' })));
  }
  return (performance.now() - startedAt) / 1000;
}
