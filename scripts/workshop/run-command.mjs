import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/**
 * Runs a program in the folder of the repository with this terminal and waits for its end. A signal to stop is passed on and its end
 * is still waited for, so that nothing is left running. Gives the exit code; 128 + n when signal n ended it.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ environment?: Record<string, string>, folder?: string }} [options]
 * @returns {Promise<number>}
 */
export function runCommand(program, parameters, { environment = {}, folder = root } = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(program, parameters, {
      cwd: folder,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    const release = passSignalsOn(child);
    child.once('error', (error) => {
      release();
      fail(error);
    });
    child.once('close', (code, signal) => {
      release();
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
