import { spawn } from 'node:child_process';

/** Lets a script act on an office, a line of JSON an act, and kills it (SIGKILL) after so many acts, a few milliseconds into the next. */
export function actAndDie<Acknowledged>(script: string, folder: string, acts: number): Promise<Acknowledged[]> {
  return new Promise((settle, fail) => {
    const worker = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [text, complaint, doomed] = ['', '', false];
    worker.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (doomed || text.split('\n').length - 1 < acts) return;
      doomed = true;
      setTimeout(() => worker.kill('SIGKILL'), Math.random() * 30);
    });
    worker.stderr.setEncoding('utf8').on('data', (more: string) => {
      complaint += more;
    });
    worker.once('close', (_, signal) => {
      if (signal !== 'SIGKILL') fail(new Error(`it ended by itself: ${complaint}`));
      settle(
        text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Acknowledged),
      );
    });
  });
}
