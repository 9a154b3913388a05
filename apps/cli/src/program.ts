import { exitCodeOf, UserFault } from '@zhiheng/vocabulary';
import { Command, type CommanderError } from 'commander';
import { registerFigureCommands } from './commands/figures.js';
import { registerIndicatorCommands } from './commands/indicators.js';
import { registerOfficeCommands } from './commands/office.js';
import { registerRecordCommands } from './commands/records.js';
import { registerReleaseCommands } from './commands/releases.js';
import { failWith, type GlobalOptions } from './runtime.js';

/** The command line as `zhiheng --help` tells it. */
export function buildProgram(): Command {
  const program = new Command('zhiheng')
    .description("Runs an IP office's yearly programme on the records themselves.")
    .option('--data <folder>', 'office folder', process.env.ZHIHENG_DATA ?? './data')
    .option('--as <account>', 'acting person (left out: the local operator)')
    .option('--json', 'print one JSON value', false)
    .option('--progress <style>', 'auto, json or none', 'auto')
    .showHelpAfterError('See zhiheng --help.')
    .configureHelp({ showGlobalOptions: true });
  registerRecordCommands(program);
  registerReleaseCommands(program);
  registerFigureCommands(program);
  registerIndicatorCommands(program);
  registerOfficeCommands(program);
  exitWithUsageCode(program);
  return program;
}

/** Options of the program, wherever on the line they stood. */
export function globalOptions(command: Command): GlobalOptions {
  return command.optsWithGlobals<GlobalOptions>();
}

/** Wrong usage exits with 2 and, with `--json`, says so in JSON. */
function exitWithUsageCode(command: Command): void {
  command.exitOverride((error) => void usageExit(error));
  for (const inner of command.commands) exitWithUsageCode(inner);
}

function usageExit(error: CommanderError): void {
  if (error.exitCode === 0) process.exit(0);
  const fault = new UserFault('usage', { values: { what: error.message.replace(/^error: /, '') } });
  const json = process.argv.includes('--json');
  if (!json) process.exit(exitCodeOf(fault));
  void failWith(fault, true).then(() => process.exit(exitCodeOf(fault)));
}
