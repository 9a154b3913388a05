import { userInfo } from 'node:os';
import { type OnProgress, systemClock, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import type { CommandContext, CommandOutcome } from './commands/command.js';
import { type CommandName, commands } from './commands/index.js';
import { Office } from './office.js';

interface LocalCall {
  readonly folder: string;
  readonly name: string;
  readonly input: object;
  readonly person: string;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/** The acting person: the named local operator. Accounts are not there yet, so `--as` another is refused. */
export function personOf(account: string | undefined): string {
  const operator = `local:${userInfo().username}`;
  if (account !== undefined && account !== operator) {
    throw new UserFault('not-allowed', { place: { field: 'as' }, found: account, expected: operator });
  }
  return operator;
}

/** Owns the folder for the moment of one command. */
export async function carryOutLocally(call: LocalCall): Promise<CommandOutcome> {
  const definitions = process.env.ZHIHENG_DEFINITIONS;
  const office = await Office.open({
    folder: call.folder,
    clock: systemClock,
    ...(definitions === undefined ? {} : { definitions }),
  });
  try {
    const { person, onProgress, signal } = call;
    // Who may open the folder reads all of it anyway.
    return await carryOut(call.name, call.input, {
      office,
      person,
      scope: wholeOffice,
      onProgress,
      ...(signal && { signal }),
    });
  } finally {
    await office.close();
  }
}

/** Carries out a command by name. Throws `usage` for a name that is none. */
export function carryOut(name: string, input: object, context: CommandContext): Promise<CommandOutcome> {
  if (!Object.hasOwn(commands, name)) {
    throw new UserFault('usage', { found: name, values: { what: `no command is named ${name}` } });
  }
  const command = commands[name as CommandName] as (input: object, context: CommandContext) => Promise<CommandOutcome>;
  return command(input, context);
}
