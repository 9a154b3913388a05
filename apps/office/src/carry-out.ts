import { type OnProgress, systemClock, UserFault } from '@zhiheng/vocabulary';
import type { CommandContext, CommandOutcome } from './commands/command.js';
import { type CommandName, commands } from './commands/index.js';
import { type Credential, identify } from './identify.js';
import { Office } from './office.js';

interface LocalCall {
  readonly folder: string;
  readonly name: string;
  readonly input: object;
  readonly credential: Credential;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
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
    const { credential, onProgress, signal } = call;
    const actor = await identify(office, credential, { kind: 'command', address: null });
    return await carryOut(call.name, call.input, { office, actor, onProgress, ...(signal && { signal }) });
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
