import { readFile } from 'node:fs/promises';
import type { LoadRequest, LoadResult, WrittenFile } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { LoadJobInput, LoadJobOutput } from '../jobs/load-job.js';
import type { Command, CommandContext } from './command.js';

/** The path of a text, or the text itself. */
type Given = string | WrittenFile;

export interface LoadInput {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  readonly format?: string;
  /** Paths of mappings, or mappings themselves; each of several names the files that it is for. */
  readonly mapping?: Given | readonly Given[];
  readonly covers?: Given;
  readonly keepComplete?: boolean;
  /** Exit 1 when anything went into quarantine. */
  readonly strict?: boolean;
}

/**
 * Reads files into the office; the act is recorded when everything lies on the disk. Exit 1 for a file at fault, or when
 * nothing was usable: every record went into quarantine, or there was none.
 */
export const load: Command<LoadInput, LoadResult> = async (input, context) => {
  const { office, actor } = context;
  const request: LoadRequest = {
    paths: input.paths,
    ...(input.format === undefined ? {} : { format: input.format }),
    mappings: await Promise.all(listed(input.mapping).map(written)),
    ...(input.covers === undefined ? {} : { covers: await written(input.covers) }),
    keepComplete: input.keepComplete ?? false,
  };
  const { result, holdings } = await readFiles(request, context);
  if (holdings !== null) await office.act(actor, 'load', `${result.files.length} files`, holdings);
  const faulty = result.files.some((file) => file.error !== undefined);
  const usable = result.read - result.quarantined;
  return { json: result, exit: faulty || usable === 0 || (input.strict === true && result.quarantined > 0) ? 1 : 0 };
};

/** Reads files beside what is held, without making anything current: the act that does is the caller's. */
export async function readFiles(request: LoadRequest, context: CommandContext): Promise<LoadJobOutput> {
  const { office, onProgress, signal } = context;
  const held = await office.ledger.last('load');
  const input: LoadJobInput = {
    lakeFolder: office.paths.lake,
    workFolder: office.paths.work,
    definitionsFolder: office.definitionsFolder,
    holdings: held?.hash ?? null,
    request,
  };
  return office.runJob<LoadJobOutput>({ job: 'load', input }, onProgress, signal);
}

function listed(mapping: LoadInput['mapping'] = []): readonly Given[] {
  return typeof mapping === 'string' || 'text' in mapping ? [mapping] : mapping;
}

async function written(given: Given): Promise<WrittenFile> {
  if (typeof given !== 'string') return given;
  const path = given;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserFault('file-missing', {
      place: { path },
      found: error.code ?? error.message,
      expected: 'a readable file',
    });
  });
  return { path, text };
}
