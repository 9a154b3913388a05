import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type NearCorpus, type Recall, recallMeeting, type shinglesOfCorpus } from '@zhiheng/office';
import { peerProgram } from './screen-peer-program.js';

const run = promisify(execFile);

/** What another program took over the same shingles, those not counted in. */
export interface MeasuredPeer {
  readonly version: string;
  readonly seconds: number;
  /** Of all threads. */
  readonly processorSeconds: number;
  readonly recall: Recall;
}

interface PeerAnswer {
  readonly version: string;
  readonly seconds: number;
  readonly processorSeconds: number;
  /** For each pair asked for, whether it is found. */
  readonly found: readonly boolean[];
}

/** Packages of PyPI, in an environment that is made in the folder; what cannot be reached is told by name. */
export async function measurePythonPeers(
  corpus: NearCorpus,
  flat: ReturnType<typeof shinglesOfCorpus>,
  folder: string,
): Promise<Readonly<Record<string, MeasuredPeer | string>>> {
  const asked = ['datasketch', 'rensa'] as const;
  const python = join(folder, 'python/bin/python');
  try {
    await run('python3', ['-m', 'venv', join(folder, 'python')]);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...asked, 'numpy']);
  } catch (error) {
    const reason = String(error).split('\n').slice(0, 3).join(' ');
    return Object.fromEntries(asked.map((name) => [name, `not reached: ${reason}`]));
  }
  await writeFile(
    join(folder, 'shingles'),
    new Uint8Array(flat.shingles.buffer, flat.shingles.byteOffset, flat.shingles.byteLength),
  );
  await writeFile(
    join(folder, 'starts'),
    new Uint8Array(flat.starts.buffer, flat.starts.byteOffset, flat.starts.byteLength),
  );
  const pairs = pairsAsked(corpus);
  await writeFile(join(folder, 'pairs.json'), JSON.stringify([...pairs.values()]));
  await writeFile(join(folder, 'peer.py'), peerProgram);
  const measured: Record<string, MeasuredPeer | string> = {};
  for (const name of asked) {
    try {
      await run(python, [join(folder, 'peer.py'), name, folder], { maxBuffer: 2 ** 26 });
      const { version, seconds, processorSeconds, found } = JSON.parse(
        await readFile(join(folder, `${name}.json`), 'utf8'),
      ) as PeerAnswer;
      const met = new Set([...pairs.keys()].filter((_, index) => found[index]));
      measured[name] = {
        version,
        seconds,
        processorSeconds,
        recall: recallMeeting(corpus, (one, other) => met.has(`${one} ${other}`)),
      };
    } catch (error) {
      measured[name] = `failed: ${String(error).split('\n').slice(-6).join(' ')}`;
    }
  }
  return measured;
}

/** Whether npm's `minhash` is there to be measured; it is no package of this house. */
export function npmPeer(): string | null {
  try {
    createRequire(import.meta.url).resolve('minhash');
    return null;
  } catch {
    return 'npm minhash is not installed: a development package that has to be added by hand';
  }
}

function pairsAsked({ applications, planted }: NearCorpus): ReadonlyMap<string, readonly [number, number]> {
  const places = new Map(applications.map(({ number }, index) => [number, index]));
  const place = (number: string) => places.get(number) ?? -1;
  return new Map(
    planted.flatMap(({ number, sources }) =>
      sources.map((source) => [`${place(source)} ${place(number)}`, [place(source), place(number)]] as const),
    ),
  );
}
