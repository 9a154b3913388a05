import { demandRight, scopeOf } from '@zhiheng/rights';
import { type OnProgress, UserFault } from '@zhiheng/vocabulary';
import { type CommandRule, commandRules } from './command-rules.js';
import type { Call, CommandContext, CommandOutcome } from './commands/command.js';
import { type CommandName, commands } from './commands/index.js';
import { type Credential, identify } from './identify.js';
import type { NamesOf } from './names/names-given.js';
import { noteNamesGiven } from './names/note-names-given.js';
import { openOfficeHere } from './open-here.js';

/** No command without a rule. */
const rules: Readonly<Record<CommandName, CommandRule>> = commandRules;

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
  const office = await openOfficeHere(call.folder);
  try {
    const { credential, onProgress, signal } = call;
    const identified = await identify(office, credential, { kind: 'command', address: null });
    return await carryOut(call.name, call.input, { office, ...identified, onProgress, ...(signal && { signal }) });
  } finally {
    await office.close();
  }
}

/**
 * Carries out a command by name, when whoever acts may. Throws `usage` for a name that is none, `sign-in-needed` for a
 * visitor without the right, `not-allowed` for anyone else. What it gives out of names is written down before it is given.
 */
export async function carryOut(name: string, input: object, call: Call): Promise<CommandOutcome> {
  if (!Object.hasOwn(commands, name)) {
    throw new UserFault('usage', { found: name, values: { what: `no command is named ${name}` } });
  }
  await demandCommand(name as CommandName, input, call);
  const command = commands[name as CommandName] as (input: object, context: CommandContext) => Promise<CommandOutcome>;
  const { givesNames } = rules[name as CommandName];
  const scope = scopeOf(call.actor);
  if (givesNames === undefined) return command(input, { ...call, scope: { ...scope, personal: 'masked' } });
  const outcome = await command(input, { ...call, scope });
  // Whoever began a job is given no answer: it is told by the job, without names.
  if (call.onJob !== undefined) return outcome;
  const given = (givesNames as NamesOf<unknown>)(input, outcome.json, scope);
  if (given !== null) await noteNamesGiven(call.office, call.actor, given);
  return outcome;
}

/** Throws where the rule of a command refuses whoever acts. */
async function demandCommand(name: CommandName, input: object, { actor, office }: Call): Promise<void> {
  const { permission, facts } = rules[name];
  demandRight(actor, permission, await facts?.(input, { actor, office }));
}
