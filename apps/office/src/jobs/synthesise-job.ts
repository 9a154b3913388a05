import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Synthesised, TextAmount } from '@zhiheng/synthesis';
import type { JobEffects } from './job-effects.js';

export interface SynthesiseInput {
  readonly patents: number;
  readonly marks?: number;
  readonly texts?: TextAmount;
  readonly dirt?: number;
  readonly seed: number;
  /** Absolute path of the folder to write into. */
  readonly out: string;
}

export type SynthesisAnswer = Synthesised;

export async function synthesiseJob(
  { definitionsFolder, ...input }: SynthesiseInput & { definitionsFolder: string },
  { onProgress }: JobEffects,
): Promise<SynthesisAnswer> {
  // Read here: no other job needs it.
  const { diskFiles, synthesise } = await import('@zhiheng/synthesis');
  const sheet = (name: string) => readFile(join(definitionsFolder, 'reference', name), 'utf8');
  const [areasCsv, areaNamesCsv] = [await sheet('areas.csv'), await sheet('area-names.csv')];
  return synthesise({ ...input, files: diskFiles, areasCsv, areaNamesCsv, onProgress });
}
