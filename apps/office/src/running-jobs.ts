import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FaultReport, type OnProgress, type Progress, reportFault, UserFault } from '@zhiheng/vocabulary';
import type { RunningJob } from './answers.js';
import { collectObjects } from './collect.js';
import type { Call, CommandOutcome } from './commands/command.js';
import type { Office } from './office.js';

/** With which work a piece of work never runs at the same time; `null`: with any. */
export type Alone = 'loads' | 'previews' | 'screenings' | 'everything' | null;

export interface WorkOrder<Answer> {
  readonly command: string;
  /** What it works on, for people: names of files, of a release. */
  readonly about: readonly string[];
  readonly alone: Alone;
  /** What is listed of how it ended; left out: all of it. */
  readonly listed?: Listed<Answer>;
  /** Where it is stopped, nothing of it is left in the lake. */
  readonly keepsNothing?: true;
}

/** What everyone who sees running work may see; whatever is left as it is comes back as the same object. */
export interface Listed<Answer> {
  readonly answer: (answer: Answer) => Answer;
  readonly fault: (fault: FaultReport) => FaultReport;
}

/** How a job ended, in full. */
export interface WorkEnd {
  readonly json: unknown;
  readonly exit: 0 | 1;
  readonly fault: FaultReport | null;
}

interface Work {
  job: RunningJob;
  /** How it ended, where less is listed. */
  unlisted: WorkEnd | null;
  readonly alone: Alone;
  /** What it does: waits for others, works, or removes what it left when it was stopped. */
  phase: 'waiting' | 'working' | 'clearing';
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** Jobs that are remembered; the lasting history is the ledger's. */
const remembered = 50;
const waiting: Progress = { stage: 'waiting', done: 0, total: null, unit: 'steps' };

/**
 * The heavy work of one office, running and just ended, whoever asked for it: the command line, a page, a script. Loads run
 * one after another, since each adds to what the one before left; a second one waits and says so.
 */
export class RunningJobs {
  readonly #office: Office;
  readonly #works: Work[] = [];
  readonly #listeners = new Set<(job: RunningJob) => void>();

  constructor(office: Office) {
    this.#office = office;
  }

  /** The newest first. */
  list(): RunningJob[] {
    return this.#works.map(({ job }) => job).reverse();
  }

  /** Throws `not-found`. */
  get(id: string): RunningJob {
    return this.#find(id).job;
  }

  /** How a job of this command and person ended, in full. Throws `not-found`, for a job of someone else too. */
  endOf(id: string, command: string, person: string): WorkEnd | null {
    const { job, unlisted } = this.#find(id);
    if (job.command !== command || job.person !== person) throw unknownJob(id);
    return unlisted ?? job.outcome;
  }

  /** Tells of every change until the returned function is called. */
  listen(listener: (job: RunningJob) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops a job and gives it as it ended; one that had ended before stays as it is. Throws `not-found`. */
  async cancel(id: string): Promise<RunningJob> {
    const work = this.#find(id);
    work.stop.abort();
    await work.ended;
    return work.job;
  }

  /**
   * Runs work as a job. What `carryOut` throws is thrown here; `cancelled` when the job was stopped here or by
   * `context.signal`.
   */
  async run<Answer>(
    order: WorkOrder<Answer>,
    context: Call,
    carryOut: (effects: { onProgress: OnProgress; signal: AbortSignal }) => Promise<CommandOutcome<Answer>>,
  ): Promise<CommandOutcome<Answer>> {
    const work = this.#begin(order, context.actor.person);
    context.onJob?.(work.job);
    const signal =
      context.signal === undefined ? work.stop.signal : AbortSignal.any([context.signal, work.stop.signal]);
    const onProgress = (progress: Progress) => {
      this.#change(work, { progress });
      context.onProgress(progress);
    };
    try {
      await this.#wait(work, onProgress, signal);
      work.phase = 'working';
      const { json, exit } = await carryOut({ onProgress, signal });
      this.#end(work, 'done', { json, exit, fault: null }, order.listed?.answer(json) ?? json, null);
      return { json, exit };
    } catch (error) {
      const fault = signal.aborted ? new UserFault('cancelled') : error;
      if (signal.aborted && order.keepsNothing !== true) await this.#clear(work);
      const report = reportFault(fault);
      const listed = order.listed?.fault(report) ?? report;
      this.#end(work, signal.aborted ? 'cancelled' : 'failed', { json: null, exit: 1, fault: report }, null, listed);
      throw fault;
    } finally {
      this.#change(work, { endedAt: this.#office.clock.now().toISOString() });
      work.end();
    }
  }

  #begin({ command, about, alone }: Omit<WorkOrder<unknown>, 'listed' | 'keepsNothing'>, person: string): Work {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const startedAt = this.#office.clock.now().toISOString();
    const job: RunningJob = {
      id: randomUUID(),
      command,
      about,
      person,
      startedAt,
      endedAt: null,
      progress: null,
      state: 'running',
      outcome: null,
    };
    const work: Work = { job, unlisted: null, alone, phase: 'waiting', stop: new AbortController(), ended, end };
    this.#works.push(work);
    while (this.#works.length > remembered && this.#works[0]?.job.endedAt !== null) this.#works.shift();
    this.#tell(work);
    return work;
  }

  /** Waits until all that came before and must not run beside this has ended. */
  async #wait(work: Work, onProgress: OnProgress, signal: AbortSignal): Promise<void> {
    const stopped = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    for (;;) {
      signal.throwIfAborted();
      const before = this.#others(work).find(
        (other) => other.phase === 'clearing' || (this.#isBefore(other, work) && collide(other, work)),
      );
      if (before === undefined) return;
      onProgress(waiting);
      await Promise.race([before.ended, stopped]);
    }
  }

  /** All others that have not ended. */
  #others(work: Work): Work[] {
    return this.#works.filter((other) => other !== work && other.job.endedAt === null);
  }

  #isBefore(other: Work, work: Work): boolean {
    return this.#works.indexOf(other) < this.#works.indexOf(work);
  }

  /**
   * Removes what a stopped job left, when nothing else runs; nobody begins meanwhile. Else the next stop, `release collect`
   * or start does it: what no act names does not count.
   */
  async #clear(work: Work): Promise<void> {
    if (work.job.command === 'load') await rm(join(this.#office.paths.work, 'load'), { recursive: true, force: true });
    if (this.#others(work).some(({ phase }) => phase !== 'waiting')) return;
    work.phase = 'clearing';
    await this.#office.store.removeIncoming();
    await collectObjects(this.#office);
  }

  #find(id: string): Work {
    const work = this.#works.find(({ job }) => job.id === id);
    if (work !== undefined) return work;
    throw unknownJob(id);
  }

  #end(work: Work, state: RunningJob['state'], end: WorkEnd, json: unknown, fault: FaultReport | null): void {
    const withheld = json !== end.json || fault !== end.fault;
    if (withheld) work.unlisted = end;
    this.#change(work, { state, outcome: { json, exit: end.exit, fault, withheld } });
  }

  #change(work: Work, change: Partial<RunningJob>): void {
    work.job = { ...work.job, ...change };
    this.#tell(work);
  }

  #tell({ job }: Work): void {
    for (const listener of this.#listeners) listener(job);
  }
}

function unknownJob(id: string): UserFault {
  return new UserFault('not-found', { found: id, expected: 'an id of `zhiheng running`', values: { name: id } });
}

function collide(one: Work, other: Work): boolean {
  if (one.alone === 'everything' || other.alone === 'everything') return true;
  return one.alone !== null && one.alone === other.alone;
}

const known = new WeakMap<Office, RunningJobs>();

/** The running work of an office. */
export function runningJobs(office: Office): RunningJobs {
  const found = known.get(office);
  if (found !== undefined) return found;
  const jobs = new RunningJobs(office);
  known.set(office, jobs);
  return jobs;
}
