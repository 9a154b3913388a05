import { readFile } from 'node:fs/promises';
import type { LoadRequest, LoadResult } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { LoadJobInput, LoadJobOutput } from '../jobs/load-job.js';
import type { Command } from './command.js';

export interface LoadInput {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  readonly format?: string;
  readonly mapping?: string;
  readonly covers?: string;
  readonly keepComplete?: boolean;
  /** Exit 1 when anything went into quarantine. */
  readonly strict?: boolean;
}

/** Reads files into the office; the act is recorded when everything lies on the disk. */
export const load: Command<LoadInput, LoadResult> = async (input, { office, person, onProgress, signal }) => {
  const request: LoadRequest = {
    paths: input.paths,
    ...(input.format === undefined ? {} : { format: input.format }),
    ...(input.mapping === undefined ? {} : { mapping: await written(input.mapping) }),
    ...(input.covers === undefined ? {} : { covers: await written(input.covers) }),
    keepComplete: input.keepComplete ?? false,
  };
  const held = await office.ledger.last('load');
  const order: LoadJobInput = {
    lakeFolder: office.paths.lake,
    workFolder: office.paths.work,
    definitionsFolder: office.definitionsFolder,
    holdings: held?.hash ?? null,
    request,
  };
  const { result, holdings } = await office.runJob<LoadJobOutput>({ job: 'load', input: order }, onProgress, signal);
  if (holdings !== null) await office.act(person, 'load', `${result.files.length} files`, holdings);
  const faulty = result.files.some((file) => file.error !== undefined) || result.files.length === 0;
  return { json: result, exit: faulty || (input.strict === true && result.quarantined > 0) ? 1 : 0 };
};

async function written(path: string): Promise<{ path: string; text: string }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserFault('file-missing', {
      place: { path },
      found: error.code ?? error.message,
      expected: 'a readable file',
    });
  });
  return { path, text };
}
