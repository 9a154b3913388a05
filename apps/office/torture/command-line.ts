import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

export interface Ending {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly json: unknown;
  readonly stderr: string;
  /** Milliseconds from start to end. */
  readonly took: number;
}

/** An office folder driven through the command line as it is built, with its child processes. */
export class CommandLine {
  readonly path = mkdtempSync(join(tmpdir(), 'zhiheng-torture-'));
  readonly data = join(this.path, 'data');

  /** Runs a command to its end, or kills it (SIGKILL) after so many milliseconds: the command itself, or its job. */
  async run(words: readonly string[], killAfter?: number, victim: 'command' | 'job' = 'command'): Promise<Ending> {
    const since = performance.now();
    const child = spawn(
      process.execPath,
      [join(root, 'apps/cli/bundle/main.js'), ...words, '--data', this.data, '--json', '--progress', 'none'],
      { cwd: this.path, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const kill = () => (victim === 'command' ? child.kill('SIGKILL') : killChildrenOf(child.pid ?? 0));
    const timer = killAfter === undefined ? undefined : setTimeout(kill, killAfter);
    const { stdout, stderr } = collect(child);
    const [exit, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done) => {
      child.once('exit', (code, by) => done([code, by]));
    });
    clearTimeout(timer);
    const took = performance.now() - since;
    return { exit, signal, json: parsed(stdout()), stderr: stderr(), took };
  }

  /** Processes that still work for this folder: their words or their open files name it. */
  strays(): string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => holds(pid, this.path))
      .map((pid) => `${pid} ${wordsOf(pid)}`);
  }

  /** Files of the lake by their relative paths. */
  files(): string[] {
    const lake = join(this.data, 'lake');
    if (!existsSync(lake)) return [];
    return readdirSync(lake, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(lake.length + 1))
      .sort();
  }

  /** Waits for the jobs of killed commands: each ends by itself, and gets a minute for it. */
  async settled(): Promise<void> {
    const until = performance.now() + 60_000;
    while (this.strays().length > 0) {
      if (performance.now() > until) throw new Error(`processes stayed behind: ${this.strays().join('; ')}`);
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Kills the jobs of a command, as soon as it has one; nothing when it ends before that. */
function killChildrenOf(pid: number): void {
  const path = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(path)) return;
  const children = readFileSync(path, 'utf8')
    .split(' ')
    .filter((one) => one !== '');
  if (children.length === 0) setTimeout(() => killChildrenOf(pid), 5);
  for (const one of children) process.kill(Number(one), 'SIGKILL');
}

function collect(child: ChildProcess): { stdout: () => string; stderr: () => string } {
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout?.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  return {
    stdout: () => Buffer.concat(chunks.stdout).toString('utf8'),
    stderr: () => Buffer.concat(chunks.stderr).toString('utf8'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function holds(pid: string, folder: string): boolean {
  if (wordsOf(pid).includes(folder)) return true;
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => linkOf(`/proc/${pid}/fd/${fd}`).startsWith(folder));
  } catch {
    return false;
  }
}

function wordsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
