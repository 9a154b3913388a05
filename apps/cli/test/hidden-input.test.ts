import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeFolder, root } from './office-folder.js';

const password = 'four walls and a kettle';
const wrong = 'five walls and no kettle';
const patience = 90_000;

/** Runs a command on a pseudo-terminal of its own and types after each prompt; gives all that the terminal showed. */
function onTerminal(
  words: readonly string[],
  typed: readonly (readonly [prompt: string, text: string])[],
  settings: string,
) {
  const command = [process.execPath, join(root, 'apps/cli/bundle/main.js'), ...words]
    .map((word) => `'${word}'`)
    .join(' ');
  const child = spawn('script', ['-q', '-e', '-f', '-c', command, '/dev/null'], {
    env: { ...process.env, XDG_CONFIG_HOME: settings, SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  let read = 0;
  const waiting = [...typed];
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    shown += text;
    const [next] = waiting;
    const at = next === undefined ? -1 : shown.indexOf(next[0], read);
    if (next === undefined || at < 0) return;
    read = at + next[0].length;
    waiting.shift();
    child.stdin.write(next[1]);
  });
  return new Promise<{ readonly exit: number | null; readonly shown: string }>((done, fail) => {
    child.on('error', fail);
    child.on('close', (exit) => done({ exit, shown }));
  });
}

describe('a password at a terminal', { timeout: patience }, () => {
  const office = new OfficeFolder();
  const settings = join(office.path, 'settings');
  const data = ['--data', office.data];
  afterAll(() => office.remove());

  let link = '';
  beforeAll(async () => {
    const { signInLink, kill, ended } = await office.serve();
    [, link = ''] = signInLink?.split('#link=') ?? [];
    kill('SIGTERM');
    await ended;
  }, patience);

  it('is asked for and never shown, neither when it is set nor when it is used, right or wrong', async () => {
    const set = await onTerminal([...data, 'link', 'use', link], [['new password: ', `${password}\r`]], settings);
    expect(set).toMatchObject({ exit: 0, shown: expect.stringContaining('administrator') as string });
    const refused = await onTerminal(
      [...data, 'login', 'administrator'],
      [['password of administrator: ', `${wrong}\r`]],
      settings,
    );
    expect(refused).toMatchObject({ exit: 4, shown: expect.stringContaining('sign-in-refused') as string });
    // What is taken back before the line ends is not shown either.
    const corrected = `${wrong}${'\x7f'.repeat(wrong.length)}${password}\r`;
    const signedIn = await onTerminal(
      [...data, 'login', 'administrator'],
      [['password of administrator: ', corrected]],
      settings,
    );
    expect(signedIn).toMatchObject({ exit: 0, shown: expect.stringContaining('administrator is signed in') as string });
    for (const { shown } of [set, refused, signedIn]) {
      for (const word of ['walls', 'kettle', 'zhs_']) expect(shown).not.toContain(word);
    }
  });

  it('is given up by Ctrl-C', async () => {
    const { exit, shown } = await onTerminal(
      [...data, 'login', 'administrator'],
      [['password of administrator: ', 'four wal\x03']],
      settings,
    );
    expect([exit, shown.includes('four')]).toEqual([130, false]);
  });
});
