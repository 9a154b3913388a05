import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles, synthesise } from '@zhiheng/synthesis';
import type { JobEffects } from './job-effects.js';

export interface SynthesiseInput {
  readonly patents: number;
  readonly marks?: number;
  readonly seed: number;
  /** Absolute path of the folder to write into. */
  readonly out: string;
}

export interface SynthesisAnswer {
  readonly files: readonly string[];
  readonly mappings: readonly string[];
  readonly truth: string;
}

export async function synthesiseJob(
  { definitionsFolder, ...input }: SynthesiseInput & { definitionsFolder: string },
  { onProgress }: JobEffects,
): Promise<SynthesisAnswer> {
  const areasCsv = await readFile(join(definitionsFolder, 'reference/areas.csv'), 'utf8');
  return synthesise({ ...input, files: diskFiles, areasCsv, onProgress });
}
