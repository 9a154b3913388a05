import { execFile } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askedPairs, type NearCorpus, type Recall, recallMeeting, shinglesInParts } from '@zhiheng/office';
import { peerProgram } from './screen-peer-program.js';

const run = promisify(execFile);

/** Packages of PyPI that are measured beside. */
export type PythonPeer = 'datasketch' | 'rensa';

/** What another program took over the same shingles, those not counted in. */
export interface MeasuredPeer {
  readonly version: string;
  readonly seconds: number;
  /** Of all threads. */
  readonly processorSeconds: number;
  readonly recall: Recall;
}

interface PeerAnswer extends Omit<MeasuredPeer, 'recall'> {
  /** For each pair asked for, whether it is found. */
  readonly found: readonly boolean[];
}

/** Makes an environment of Python with the packages in a folder; gives why it cannot be made, or null. */
export async function makePython(folder: string): Promise<string | null> {
  try {
    await run('python3', ['-m', 'venv', join(folder, 'python')]);
    const packages = ['datasketch', 'rensa', 'numpy'];
    await run(pythonIn(folder), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
    await writeFile(join(folder, 'peer.py'), peerProgram);
    return null;
  } catch (error) {
    return `not reached: ${String(error).split('\n').slice(0, 3).join(' ')}`;
  }
}

const pythonIn = (folder: string) => join(folder, 'python/bin/python');

/** Measures a package over the texts of a corpus, whose shingles `writeShingles` put into the folder; gives what went wrong where it fails. */
export async function measurePythonPeer(
  name: PythonPeer,
  corpus: NearCorpus,
  folder: string,
): Promise<MeasuredPeer | string> {
  const pairs = askedPairs(corpus);
  try {
    await writeFile(join(folder, 'pairs.json'), JSON.stringify([...pairs.values()]));
    await run(pythonIn(folder), [join(folder, 'peer.py'), name, folder], { maxBuffer: 2 ** 26 });
    const { found, ...took } = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as PeerAnswer;
    const met = new Set([...pairs.keys()].filter((_, index) => found[index]));
    return { ...took, recall: recallMeeting(corpus, (one, other) => met.has(`${one} ${other}`)) };
  } catch (error) {
    return `failed: ${String(error).split('\n').slice(-6).join(' ')}`;
  }
}

/** Writes the distinct shingles of each text one behind the other, and where those of each begin. */
export async function writeShingles(corpus: NearCorpus, folder: string): Promise<void> {
  const file = await open(join(folder, 'shingles'), 'w');
  const starts = new Int32Array(corpus.applications.length + 1);
  try {
    let [text, before] = [0, 0];
    for (const part of shinglesInParts(corpus)) {
      await file.write(bytesOf(part.shingles));
      for (const end of part.starts.subarray(1)) {
        text += 1;
        starts[text] = before + end;
      }
      before += part.shingles.length;
    }
  } finally {
    await file.close();
  }
  await writeFile(join(folder, 'starts'), bytesOf(starts));
}

const bytesOf = (words: Int32Array) => new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
