import { hash, verify } from '@node-rs/argon2';
import { UserFault } from '@zhiheng/vocabulary';
import type { AccountSettings } from './settings.js';
import type { Randomness } from './token.js';

/** OWASP's parameters for argon2id (algorithm 2 of the package): 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const longest = 256;

/** What is verified when there is no such account, at the same cost; the hash of a random text that nobody kept. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$Pn3j3Z1FZxMhkANfXGA9KA$wec8HbNxsj3ybyqnRHzo6f9lElptCDUbVLAq9K6dkb4';

/** Throws `password-weak`. Length is what counts; no mixture of characters is asked for. */
export function demandPassword(password: string, names: readonly string[], settings: AccountSettings): void {
  const letters = [...password.normalize('NFC')];
  const least = settings.shortestPassword;
  const weak = (what: string) => new UserFault('password-weak', { values: { what } });
  if (letters.length < least) throw weak(`it has fewer than ${least} characters`);
  if (letters.length > longest) throw weak(`it has more than ${longest} characters`);
  if (new Set(letters).size < 5) throw weak('it repeats the same few characters');
  if (isRun(letters)) throw weak('it counts up or down');
  const folded = password.toLowerCase();
  const name = names.find((one) => one.length >= 3 && folded.replaceAll(one.toLowerCase(), '').length < least / 2);
  if (name !== undefined) throw weak('it is hardly more than the name of the account');
}

/** The argon2id hash of a password, in PHC form, with a salt from the given randomness. */
export function hashPassword(password: string, random: Randomness): Promise<string> {
  return hash(password.normalize('NFC'), { ...cost, salt: random(16) });
}

/** Whether a password fits a hash; without a hash the same work is done and the answer is no. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? nobody, password.slice(0, 4 * longest).normalize('NFC'));
  return stored !== null && fits;
}

function isRun(letters: readonly string[]): boolean {
  const steps = letters.slice(1).map((letter, at) => (letter.codePointAt(0) ?? 0) - (letters[at]?.codePointAt(0) ?? 0));
  return [1, -1].some((step) => steps.filter((one) => one === step).length >= letters.length - 2);
}
