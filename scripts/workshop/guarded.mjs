import { spawn } from 'node:child_process';

/** Kills the program when the pipe on which nobody writes ends, as it does when whoever holds its other end is gone, however it went. */
const guard = `exec 3<&0
"$@" 3<&- </dev/null & program=$!
(cat <&3 >/dev/null; kill -9 $program 2>/dev/null) >/dev/null 2>&1 &
exec 3<&-
wait $program`;

/**
 * Starts a program that cannot outlive this process: killed along with it, the program ends too. `stop` ends it at once and waits.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ folder: string, output: number, environment: Record<string, string | undefined> }} options `output`: an open file for what it says
 */
export function spawnGuarded(program, parameters, { folder, output, environment }) {
  const child = spawn('/bin/sh', ['-c', guard, 'guard', program, ...parameters], {
    cwd: folder,
    env: environment,
    stdio: ['pipe', output, output],
  });
  /** @type {Promise<number | null>} */
  const ended = new Promise((settle) => {
    child.once('error', () => settle(null));
    child.once('close', (code) => settle(code));
  });
  const stop = async () => {
    child.stdin?.end();
    await ended;
  };
  return { ended, stop };
}
