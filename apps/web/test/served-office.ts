import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../cli/bundle/main.js', import.meta.url));

/** A throw-away office folder behind the real server, as the command line starts it, with the built pages. */
export class ServedOffice {
  readonly folder = mkdtempSync(join(tmpdir(), 'zhiheng-pages-'));
  readonly data = join(this.folder, 'data');
  /** Where its definitions lie when it has some of its own. */
  readonly definitions = join(this.folder, 'definitions');
  readonly #common = ['--data', this.data, '--json', '--progress', 'none'];
  readonly #environment: NodeJS.ProcessEnv;
  #server: ChildProcess | null = null;
  #address = '';
  #signInLink: string | null = null;

  constructor(ownDefinitions = false) {
    this.#environment = ownDefinitions ? { ...process.env, ZHIHENG_DEFINITIONS: this.definitions } : process.env;
  }

  get address(): string {
    return this.#address;
  }

  /** The one-time link of the first administrator, as it was printed; null with accounts. */
  get signInLink(): string | null {
    return this.#signInLink;
  }

  /** Starts the server on a free port; resolves when it serves. */
  async start(): Promise<void> {
    const server = spawn(process.execPath, [main, 'start', '--port', '0', ...this.#common], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: this.#environment,
    });
    this.#server = server;
    const told = await new Promise<string>((done, fail) => {
      server.stdout.once('data', (chunk: Buffer) => done(chunk.toString('utf8')));
      server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
    });
    const { address, signInLink } = JSON.parse(told) as { address: string; signInLink: string | null };
    this.#address = address;
    this.#signInLink = signInLink;
  }

  /** Runs a command beside the server, which carries it out; its exit code is part of the answer. */
  run<Json>(...words: string[]): Promise<{ exit: number; json: Json }> {
    return new Promise((done) => {
      execFile(
        process.execPath,
        [main, ...words, ...this.#common],
        { maxBuffer: 1 << 26, env: this.#environment },
        (error, stdout) => {
          done({ exit: typeof error?.code === 'number' ? error.code : 0, json: JSON.parse(stdout) as Json });
        },
      );
    });
  }

  write(name: string, content: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server !== null && server.exitCode === null) {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
