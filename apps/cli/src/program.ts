import { UserFault } from '@zhiheng/vocabulary';
import { Command } from 'commander';
import { registerAccountCommands } from './commands/accounts.js';
import { registerAreaCommands } from './commands/areas.js';
import { registerAuditCommands } from './commands/audit.js';
import { registerBenchCommand } from './commands/bench.js';
import { registerCalendarCommands } from './commands/calendar.js';
import { registerCheckCommands } from './commands/checks.js';
import { registerClassificationCommands } from './commands/classifications.js';
import { registerDecisionCommands } from './commands/decisions.js';
import { registerDurationsCommand } from './commands/durations.js';
import { registerFigureCommands } from './commands/figures.js';
import { registerGiCommands } from './commands/gi.js';
import { registerIndicatorCommands } from './commands/indicators.js';
import { registerOfficeCommands } from './commands/office.js';
import { registerOrganisationCommands } from './commands/organisations.js';
import { registerPartyCommands } from './commands/parties.js';
import { registerPersonCommands } from './commands/persons.js';
import { registerProgrammeCommands } from './commands/programmes.js';
import { registerRecordCommand } from './commands/record.js';
import { registerRecordCommands } from './commands/records.js';
import { registerReleaseCommands } from './commands/releases.js';
import { registerScreeningCommands } from './commands/screening.js';
import { registerSettingCommands } from './commands/settings.js';
import { registerSigningInCommands } from './commands/signing-in.js';
import { registerTableCommands } from './commands/tables.js';
import { registerTargetCommands } from './commands/targets.js';
import { registerTaskCommands } from './commands/tasks.js';
import { registerVerdictCommands } from './commands/verdicts.js';
import { registerVintageCommands } from './commands/vintages.js';
import { registerWhyCommand } from './commands/why.js';
import { registerWorkCommands } from './commands/work.js';

/** The command line as `zhiheng --help` tells it. */
export function buildProgram(): Command {
  const program = new Command('zhiheng')
    .description("Runs an IP office's yearly programme on the records themselves.")
    .option('--data <folder>', 'office folder', process.env.ZHIHENG_DATA ?? './data')
    .option('--as <account>', 'acting person (left out: the local operator)')
    .option('--json', 'print one JSON value', false)
    .option('--progress <style>', 'auto, json or none', 'auto')
    .configureHelp({ showGlobalOptions: true });
  registerRecordCommands(program);
  registerCheckCommands(program);
  registerAreaCommands(program);
  registerDecisionCommands(program);
  registerScreeningCommands(program);
  registerProgrammeCommands(program);
  registerTargetCommands(program);
  registerTaskCommands(program);
  registerPartyCommands(program);
  registerReleaseCommands(program);
  registerFigureCommands(program);
  registerTableCommands(program);
  registerVerdictCommands(program);
  registerVintageCommands(program);
  registerDurationsCommand(program);
  registerIndicatorCommands(program);
  registerClassificationCommands(program);
  registerRecordCommand(program);
  registerWhyCommand(program);
  registerGiCommands(program);
  registerPersonCommands(program);
  registerOfficeCommands(program);
  registerSettingCommands(program);
  registerSigningInCommands(program);
  registerAccountCommands(program);
  registerOrganisationCommands(program);
  registerCalendarCommands(program);
  registerAuditCommands(program);
  registerWorkCommands(program);
  registerBenchCommand(program);
  throwUsage(program);
  return program;
}

/** Wrong usage is a fault like any other: told once, in JSON where that is asked for, exit 2. */
function throwUsage(command: Command): void {
  command.exitOverride((error) => {
    if (error.exitCode === 0) process.exit(0);
    const what = error.message.replace(/^error: /, '');
    throw new UserFault('usage', { values: { what }, expected: 'see zhiheng --help' });
  });
  command.configureOutput({ writeErr: () => {} });
  for (const inner of command.commands) throwUsage(inner);
}
