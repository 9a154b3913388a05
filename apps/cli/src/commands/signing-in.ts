import { resolve } from 'node:path';
import type { SignedIn } from '@zhiheng/accounts';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { keepSession, sessionsFile } from '../kept-sessions.js';
import { readPasswords } from '../read-passwords.js';
import { answerOf, carryOut, print, withFailures } from '../runtime.js';

interface LogoutOptions {
  readonly everywhere: boolean;
  readonly session?: string;
}

/** login, logout, link use. */
export function registerSigningInCommands(program: Command): void {
  program
    .command('login')
    .description('sign an account in; the password is typed unseen, or is the first line of standard input')
    .argument('<account>')
    .action(async (name: string, _options: object, command: Command) => {
      const { as: _, ...global } = globalOptions(command);
      await withFailures(global, async () => {
        const [password] = await readPasswords([`password of ${name}: `]);
        const { json } = await answerOf(global, 'sign-in', { name, password });
        const { token, ...shown } = json as SignedIn;
        keepSession(sessionsFile(process.env), resolve(global.data), shown.account, token);
        const text = `${shown.account} is signed in until ${shown.endsAt}: use --as ${shown.account}`;
        await print(`${global.json ? JSON.stringify(shown, null, 2) : text}\n`);
      });
    });
  program
    .command('logout')
    .description('end the session that login keeps')
    .argument('<account>')
    .option('--everywhere', 'every session of the account', false)
    .option('--session <id>', 'another session of the account: see zhiheng account show')
    .action(async (account: string, options: LogoutOptions, command: Command) => {
      const global = { ...globalOptions(command), as: account };
      const [name, input] = endingOf(options);
      await carryOut<{ ended: number }>(global, name, input, ({ ended }) => `sessions ended: ${ended}`);
      if (name !== 'session-end') keepSession(sessionsFile(process.env), resolve(global.data), account, null);
    });
  program
    .command('link')
    .description('one-time links')
    .command('use')
    .description('set the password of the account that a link is for; typed unseen, or from standard input')
    .argument('<token>')
    .action(async (token: string, _options: object, command: Command) => {
      const { as: _, ...global } = globalOptions(command);
      await withFailures(global, async () => {
        const [password] = await readPasswords(['new password: ']);
        await carryOut<{ account: string }>(global, 'link-use', { token, password }, ({ account }) => account);
      });
    });
}

function endingOf({ everywhere, session }: LogoutOptions): [string, object] {
  if (session !== undefined) return ['session-end', { session }];
  return [everywhere ? 'sign-out-all' : 'sign-out', {}];
}
