import { writeFile } from 'node:fs/promises';
import { type Proposal, proposeForFile } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import { type Command, done } from './command.js';

export interface ProposeInput {
  /** Absolute path of a table. */
  readonly file: string;
  /** Where the mapping goes; nothing that exists is written over. */
  readonly out: string;
}

export interface ProposeAnswer extends Proposal {
  /** The mapping as written. */
  readonly mapping: string;
}

/** Writes a mapping for a table that has none yet, and tells what speaks for each column. Nothing is loaded. */
export const loadPropose: Command<ProposeInput, ProposeAnswer> = async ({ file, out }) => {
  const proposal = await proposeForFile(file);
  await writeFile(out, proposal.yaml, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') {
      throw new UserFault('name-taken', {
        place: { path: out },
        found: out,
        expected: 'a name that is free',
        values: { name: out },
      });
    }
    throw new UserFault('folder-unusable', {
      place: { path: out },
      found: error.code ?? error.message,
      expected: 'a folder that can be written',
    });
  });
  return { ...done({ ...proposal, mapping: out }), exit: proposal.missing.length === 0 ? 0 : 1 };
};
