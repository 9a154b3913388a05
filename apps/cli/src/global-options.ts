import type { Command } from 'commander';
import type { ProgressStyle } from './progress-printer.js';

/** Options that every command has. */
export interface GlobalOptions {
  readonly data: string;
  readonly as?: string;
  readonly json: boolean;
  readonly progress: ProgressStyle;
}

/** Options of the program, wherever on the line they stood. */
export function globalOptions(command: Command): GlobalOptions {
  return command.optsWithGlobals<GlobalOptions>();
}
