import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Session tokens by office folder, then by account. */
type KeptSessions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where `login` keeps sessions, which only the user of this machine may read; `environment`: that of the process. */
export function sessionsFile(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'zhiheng', 'sessions.json');
}

/** The token kept for an account of a folder; null for none. */
export function keptSession(file: string, folder: string, account: string): string | null {
  return read(file)[folder]?.[account] ?? null;
}

/** Keeps a token, or forgets it when it is null. */
export function keepSession(file: string, folder: string, account: string, token: string | null): void {
  const all = read(file);
  const { [account]: _, ...others } = all[folder] ?? {};
  const next = { ...all, [folder]: token === null ? others : { ...others, [account]: token } };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
  renameSync(aside, file);
}

function read(file: string): KeptSessions {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptSessions;
  } catch {
    return {};
  }
}
