import type { Actor, OnProgress, Scope } from '@zhiheng/vocabulary';
import type { RunningJob } from '../answers.js';
import type { Office } from '../office.js';

/** What a command knows beside its input. */
export interface CommandContext {
  readonly office: Office;
  /** Whoever acts; what this one may do is asked before the command runs. */
  readonly actor: Actor;
  /** Public name of the session by which this one acts; left out where there is none. */
  readonly session?: string | null;
  /** What this one may see of the records. */
  readonly scope: Scope;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
  /** Told at once when the command is heavy work that is listed while it runs. */
  readonly onJob?: (job: RunningJob) => void;
}

/** `json` is what `--json` prints; `exit` is 1 when the input was at fault although an answer stands. */
export interface CommandOutcome<Answer = unknown> {
  readonly json: Answer;
  readonly exit: 0 | 1;
}

/** What a caller knows; the scope follows from whoever acts. */
export type Call = Omit<CommandContext, 'scope'>;

export type Command<Input, Answer> = (input: Input, context: CommandContext) => Promise<CommandOutcome<Answer>>;

/** An answer with nothing at fault. */
export function done<Answer>(json: Answer): CommandOutcome<Answer> {
  return { json, exit: 0 };
}
