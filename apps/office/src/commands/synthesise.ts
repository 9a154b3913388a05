import type { SynthesisAnswer, SynthesiseInput } from '../jobs/synthesise-job.js';
import { type Command, done } from './command.js';

/** Writes the files of a synthetic office; they are loaded like any others. */
export const synthesise: Command<SynthesiseInput, SynthesisAnswer> = async (input, { office, onProgress, signal }) => {
  const order = { ...input, definitionsFolder: office.definitionsFolder };
  return done(await office.runJob<SynthesisAnswer>({ job: 'synthesise', input: order }, onProgress, signal));
};
