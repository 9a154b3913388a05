import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Passwords: typed unseen on a terminal, one after each prompt; else the first lines of standard input. */
export async function readPasswords(
  prompts: readonly string[],
  input: NodeJS.ReadStream = process.stdin,
): Promise<string[]> {
  const typed = input.isTTY;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: typed });
  const interrupted = () => process.exit(130);
  lines.once('SIGINT', interrupted);
  const read: string[] = [];
  const tell = (text: string) => typed && process.stderr.write(text);
  tell(prompts[0] ?? '');
  for await (const line of lines) {
    read.push(line);
    tell('\n');
    if (read.length === prompts.length) break;
    tell(prompts[read.length] ?? '');
  }
  lines.close();
  return prompts.map((_, index) => read[index] ?? '');
}
