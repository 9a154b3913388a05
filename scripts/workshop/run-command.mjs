import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/**
 * Runs a program in the folder of the repository with this terminal and waits for its end. A signal to stop is passed on and its end
 * is still waited for, so that nothing is left running. Gives the exit code; 128 + n when signal n ended it. `gathered` keeps what it
 * says until its end, for programs that run side by side.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ environment?: Record<string, string>, folder?: string, gathered?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runCommand(program, parameters, { environment = {}, folder = root, gathered = false } = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(program, parameters, {
      cwd: folder,
      stdio: gathered ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...environment },
    });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    const release = passSignalsOn(child);
    child.once('error', (error) => {
      release();
      fail(error);
    });
    child.once('close', (code, signal) => {
      release();
      for (const chunk of said) process.stdout.write(chunk);
      settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * A terminal sends Ctrl-C to every process in front by itself; passing it on would be a second one.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsOn(child) {
  const interrupt = () => void (process.stdin.isTTY || child.kill('SIGINT'));
  const terminate = () => void child.kill('SIGTERM');
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', terminate);
  process.on('SIGHUP', terminate);
  return () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', terminate);
    process.off('SIGHUP', terminate);
  };
}
