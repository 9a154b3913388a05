import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import type { PersonName } from '@zhiheng/records';
import type { OfficePaths } from './office-paths.js';

/** Names on their way from a load to the ledger: one file at a time, since loads run one after another. */
export function namesFileOf({ work }: OfficePaths): string {
  return join(work, 'names', 'loaded.ndjson');
}

/** Adds names to a file that only its owner may read. */
export async function writeNames(path: string, names: readonly PersonName[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const lines = names.map(({ pseudonym, name }) => `${JSON.stringify([pseudonym, name])}\n`);
  await appendFile(path, lines.join(''), { mode: 0o600 });
}

const namesAtOnce = 1000;

/** The names of a file in batches, others' work between them; none where nobody was named. */
export async function* readNames(path: string): AsyncGenerator<PersonName[]> {
  let batch: PersonName[] = [];
  for await (const line of linesOf(path)) {
    const [pseudonym, name] = JSON.parse(line) as [string, string];
    batch.push({ pseudonym, name });
    if (batch.length < namesAtOnce) continue;
    yield batch;
    batch = [];
    await setImmediate();
  }
  if (batch.length > 0) yield batch;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Removes what a load left, whether its names were kept or not. */
export async function clearNames(paths: OfficePaths): Promise<void> {
  await rm(dirname(namesFileOf(paths)), { recursive: true, force: true });
}
