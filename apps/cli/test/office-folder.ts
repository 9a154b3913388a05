import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
/** Real files that are not part of the repository; tests that need them say so. */
export const sharedData = resolve(root, '../shared/data');
const launcher = join(root, 'zhiheng');

export interface Answer<Json> {
  readonly exit: number;
  readonly json: Json;
  readonly stderr: string;
}

/** A throw-away office folder driven through the command line as it is built. */
export class OfficeFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'zhiheng-office-'));
  readonly data = join(this.path, 'data');
  #endServer: (() => void) | null = null;

  /** Runs a command with `--json`; the exit code is part of the answer. */
  run<Json>(...words: string[]): Promise<Answer<Json>> {
    return new Promise((done) => {
      const options = { cwd: this.path, maxBuffer: 1 << 28 };
      execFile(
        launcher,
        [...words, '--data', this.data, '--json', '--progress', 'none'],
        options,
        (error, stdout, stderr) => {
          const exit = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
          done({ exit, json: parse(stdout) as Json, stderr });
        },
      );
    });
  }

  /** Runs a command as people do; what it says, or the fault that it ends with. */
  told(...words: string[]): Promise<string> {
    return new Promise((done, fail) => {
      execFile(launcher, [...words, '--data', this.data, '--progress', 'none'], { cwd: this.path }, (error, stdout) =>
        error === null ? done(stdout) : fail(error),
      );
    });
  }

  /** Writes a file into the folder and gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  /** Starts a server on a free port; resolves when it serves. */
  serve(): Promise<{
    address: string;
    signInLink: string | null;
    pid: number;
    ended: Promise<number | null>;
    kill(signal: NodeJS.Signals): void;
  }> {
    const words = ['start', '--port', '0', '--data', this.data, '--json', '--progress', 'none'];
    const child = spawn(process.execPath, [join(root, 'apps/cli/bundle/main.js'), ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    return new Promise((done, fail) => {
      let told = '';
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString('utf8');
        if (!told.includes('\n')) return;
        const { address, signInLink } = JSON.parse(told) as { address: string; signInLink: string | null };
        done({ address, signInLink, pid: child.pid ?? 0, ended, kill: (signal) => child.kill(signal) });
      });
      void ended.then((code) => fail(new Error(`the server ended with ${code}: ${told}`)));
    });
  }

  /**
   * From now on a server owns the folder and carries commands out: each is a process still, which need not read the office first. Resolves
   * when it serves; it ends with the folder.
   */
  async haveServed(): Promise<void> {
    const { kill } = await this.serve();
    this.#endServer = () => kill('SIGKILL');
  }

  remove(): void {
    this.#endServer?.();
    rmSync(this.path, { recursive: true, force: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
