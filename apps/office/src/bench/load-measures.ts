import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type Holdings, nodeDisk, ObjectStore, type TableSegments } from '@zhiheng/lake';
import { AddressReader, bareLimits, type LoadRequest, type LoadResult, type WrittenFile } from '@zhiheng/records';
import { OwnFault } from '@zhiheng/vocabulary';
import { loadJob } from '../jobs/load-job.js';
import { type SynthesisAnswer, synthesiseJob } from '../jobs/synthesise-job.js';
import { shippedDefinitions } from '../office-paths.js';
import { readPlaceSheets } from '../place-sheets.js';

/** What a load is measured on. */
export interface MeasuredFiles {
  /** Of one format. */
  readonly paths: readonly string[];
  /** Path of the mapping of tables. */
  readonly mapping?: string;
  /** Folder that a load writes to; the caller empties it. */
  readonly folder: string;
  /** Threads of a load; left out: as many as a load takes by itself. */
  readonly workers?: number;
  /** Hash of the holdings to load onto, as an earlier load in the same folder gave it. */
  readonly holdings?: string;
}

export interface Measured {
  /** Bytes that were read, unpacked. */
  readonly bytes: number;
  readonly records: number;
  /** Hash of the holdings after a load. */
  readonly holdings?: string;
}

/** What `bench load` measures: a load, and parts of its work alone. */
export const loadMeasures = {
  /** The bytes alone, line feeds counted. */
  scan: (files: MeasuredFiles): Promise<Measured> => eachFile(files, countLines),
  /** Decompression alone. */
  gunzip: (files: MeasuredFiles): Promise<Measured> => eachFile(files, countLines, true),
  parseDocuments: (files: MeasuredFiles): Promise<Measured> => eachFile(files, bareLimits.parseDocuments),
  readDocuments: (files: MeasuredFiles): Promise<Measured> => eachFile(files, bareLimits.readDocuments),
  async mapRows(files: MeasuredFiles): Promise<Measured> {
    const mapping = await writtenMapping(files);
    return eachFile(files, (source) => bareLimits.mapRows(source, mapping));
  },
  async normaliseRows(files: MeasuredFiles): Promise<Measured> {
    const mapping = await writtenMapping(files);
    const places = new AddressReader(await readPlaceSheets(shippedDefinitions));
    return eachFile(files, (source) => bareLimits.normaliseRows(source, mapping, places));
  },
  async load(files: MeasuredFiles): Promise<Measured> {
    const { result, holdings } = await runLoad(files);
    if (holdings === null || result.loaded + result.replaced === 0) throw new OwnFault('a measured load took nothing');
    return { bytes: result.bytes, records: result.read, holdings };
  },
};
export type LoadMeasure = keyof typeof loadMeasures;

/** Writes the applications of a synthetic office without texts, to be measured on; gives its tables of one form alone. */
export async function writeMeasuredTables(patents: number, out: string): Promise<SynthesisAnswer> {
  const input = { patents, texts: 'none', seed: 1, out, definitionsFolder: shippedDefinitions } as const;
  const made = await synthesiseJob(input, { onProgress: () => {}, disk: nodeDisk });
  return { ...made, files: made.files.filter((name) => /^synthetic-(?:opening-stock|patents-\d{4})\.csv$/.test(name)) };
}

/** Bytes of the segments of holdings, and of those that earlier holdings in the same folder name too. */
export async function sharedBytes(
  folder: string,
  earlier: string,
  later: string,
): Promise<{ readonly shared: number; readonly all: number }> {
  const store = new ObjectStore(join(folder, 'lake'), nodeDisk);
  const segmentsOf = async (hash: string) => {
    const { tables } = (await store.getJson(hash)) as Holdings;
    return Object.values(tables).flatMap((table: TableSegments) => [
      ...table.segments,
      ...table.replaced,
      ...table.history,
    ]);
  };
  const before = new Set((await segmentsOf(earlier)).map(({ sha256 }) => sha256));
  const after = await segmentsOf(later);
  const sum = (segments: typeof after) => segments.reduce((total, { bytes }) => total + bytes, 0);
  return { shared: sum(after.filter(({ sha256 }) => before.has(sha256))), all: sum(after) };
}

async function runLoad(files: MeasuredFiles): Promise<{ result: LoadResult; holdings: string | null }> {
  const { paths, folder, workers, holdings = null } = files;
  const request: LoadRequest = {
    paths,
    keepComplete: false,
    mappings: files.mapping === undefined ? [] : [await writtenMapping(files)],
  };
  return loadJob(
    {
      lakeFolder: join(folder, 'lake'),
      workFolder: join(folder, 'work'),
      definitionsFolder: shippedDefinitions,
      holdings,
      request,
      // any key: what is measured are its pseudonyms and the names beside them
      people: { key: new Uint8Array(32), namesFile: join(folder, 'names', 'loaded.ndjson') },
      ...(workers === undefined ? {} : { workers }),
    },
    { onProgress: () => {}, disk: nodeDisk },
  );
}

async function writtenMapping({ mapping }: MeasuredFiles): Promise<WrittenFile> {
  if (mapping === undefined) throw new OwnFault('tables are measured with a mapping');
  return { path: mapping, text: await readFile(mapping, 'utf8') };
}

interface Source {
  stream(): AsyncIterable<Buffer>;
}

async function eachFile(
  { paths }: MeasuredFiles,
  measure: (source: Source) => Promise<number>,
  packed = false,
): Promise<Measured> {
  let [records, bytes] = [0, 0];
  for (const path of paths) {
    const stream = () => createReadStream(path, { highWaterMark: 1 << 20 });
    if (!packed) {
      records += await measure({ stream });
      bytes += (await stat(path)).size;
      continue;
    }
    const unpacked = stream().pipe(createGunzip({ chunkSize: 1 << 18 }));
    const counted = {
      async *stream() {
        for await (const chunk of unpacked) {
          bytes += (chunk as Buffer).length;
          yield chunk as Buffer;
        }
      },
    };
    records += await measure(counted);
  }
  return { bytes, records };
}

async function countLines(source: Source): Promise<number> {
  let lines = 0;
  for await (const chunk of source.stream()) {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
  }
  return lines;
}
