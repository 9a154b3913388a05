import type { RunningJob } from '../answers.js';
import { type Alone, type Listed, runningJobs } from '../running-jobs.js';
import { type Command, done } from './command.js';

/** Work that runs or has just ended, the newest first. */
export const running: Command<object, RunningJob[]> = async (_, { office }) => done(runningJobs(office).list());

/** Stops running work; nothing half remains of it. */
export const cancel: Command<{ id: string }, RunningJob> = async ({ id }, { office }) =>
  done(await runningJobs(office).cancel(id));

interface Tracking<Input, Answer> {
  /** With which other work it never runs at the same time. */
  readonly alone: Alone;
  readonly about: (input: Input) => readonly string[];
  /** What of its end whoever sees running work may see; left out: all. */
  readonly listed?: Listed<Answer>;
  /** Where it is stopped, nothing of it is left in the lake. */
  readonly keepsNothing?: true;
}

/** The same command, listed while it runs, and stoppable. */
export function tracked<Input, Answer>(
  name: string,
  command: Command<Input, Answer>,
  { alone, about, listed, keepsNothing }: Tracking<Input, Answer>,
): Command<Input, Answer> {
  return (input, context) =>
    runningJobs(context.office).run(
      { command: name, about: about(input), alone, ...(listed && { listed }), ...(keepsNothing && { keepsNothing }) },
      context,
      (effects) => command(input, { ...context, ...effects }),
    );
}
