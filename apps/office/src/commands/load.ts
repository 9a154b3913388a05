import { readFile } from 'node:fs/promises';
import { byActor } from '@zhiheng/ledger';
import {
  keepPersonNames,
  type LoadRequest,
  type LoadResult,
  type PersonTables,
  type WrittenFile,
} from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { LoadJobInput, LoadJobOutput } from '../jobs/load-job.js';
import { clearNames, namesFileOf, readNames } from '../loaded-names.js';
import { loadWithoutQuotes } from '../names/quoted-faults.js';
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
  const request: LoadRequest = {
    paths: input.paths,
    ...(input.format === undefined ? {} : { format: input.format }),
    mappings: await Promise.all(listed(input.mapping).map(written)),
    ...(input.covers === undefined ? {} : { covers: await written(input.covers) }),
    keepComplete: input.keepComplete ?? false,
  };
  const { result } = await readFiles(request, context, async ({ result, holdings }) => {
    if (holdings !== null) await recordLoad(context, `${result.files.length} files`, holdings);
  });
  const faulty = result.files.some((file) => file.error !== undefined);
  const json = context.scope.personal === 'masked' ? loadWithoutQuotes(result) : result;
  const usable = result.read - result.quarantined;
  return { json, exit: faulty || usable === 0 || (input.strict === true && result.quarantined > 0) ? 1 : 0 };
};

/**
 * Reads files beside what is held, without making anything current: `settle` does, by `recordLoad`, as long as the names of people
 * wait beside.
 */
export async function readFiles(
  request: LoadRequest,
  context: CommandContext,
  settle: (output: LoadJobOutput) => Promise<void>,
): Promise<LoadJobOutput> {
  const { office, onProgress, signal } = context;
  const held = await office.ledger.last('load');
  const input: LoadJobInput = {
    lakeFolder: office.paths.lake,
    workFolder: office.paths.work,
    definitionsFolder: office.definitionsFolder,
    holdings: held?.hash ?? null,
    request,
    people: { key: office.peopleKey, namesFile: namesFileOf(office.paths) },
  };
  await clearNames(office.paths);
  try {
    const output = await office.runJob<LoadJobOutput>({ job: 'load', input }, onProgress, signal);
    await settle(output);
    return output;
  } finally {
    await clearNames(office.paths);
  }
}

/** The act that makes a load count, and in its transaction the names of the people in it. */
export async function recordLoad({ office, actor }: CommandContext, object: string, holdings: string): Promise<void> {
  await office.ledger.transact<PersonTables, unknown>(async ({ database, append }) => {
    await keepPersonNames(database, readNames(namesFileOf(office.paths)));
    const time = office.clock.now().toISOString();
    return append({ ...byActor(actor), time, kind: 'load', object, hash: holdings });
  });
}

function listed(mapping: LoadInput['mapping'] = []): readonly Given[] {
  return typeof mapping === 'string' || 'text' in mapping ? [mapping] : mapping;
}

/** A text of a person: as it is, or out of the file that it is named by. Throws `file-missing`. */
export async function written(given: Given): Promise<WrittenFile> {
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
