import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Guideline, readGuideline, readLikelihood, readWording } from '@zhiheng/programme';
import { readTextDocument, type TextFormat } from '@zhiheng/texts';
import type { JobEffects } from './job-effects.js';

export interface ReadGuidelineInput {
  /** Absolute path of the document. */
  readonly path: string;
  readonly definitionsFolder: string;
  /** Names of organisations in simplified characters, and their ids. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

export interface ReadGuidelineOutput {
  readonly sha256: string;
  readonly format: TextFormat;
  readonly lines: readonly string[];
  readonly guideline: Guideline;
}

/** Reads a document into a guideline: its text, then what the text says. Writes nothing. */
export async function readGuidelineJob(
  { path, definitionsFolder, organisations }: ReadGuidelineInput,
  { onProgress }: JobEffects,
): Promise<ReadGuidelineOutput> {
  onProgress({ stage: 'reading', done: 0, total: 2, unit: 'steps' });
  const content = await readFile(path);
  const { format, lines } = await readTextDocument({ name: basename(path), content });
  onProgress({ stage: 'reading', done: 1, total: 2, unit: 'steps' });
  const { dict } = await import('@node-rs/jieba/dict.js');
  const glossary = join('programmes', 'wording.csv');
  const guideline = readGuideline(
    lines.map(({ text }, index) => ({ number: index + 1, text })),
    {
      likelihood: readLikelihood(dict),
      wording: readWording(await readFile(join(definitionsFolder, glossary), 'utf8'), glossary),
      organisation: (name) => organisationOf(name, organisations),
    },
  );
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, format, lines: lines.map(({ text }) => text), guideline };
}

/** The organisation of a name, or the one with whose name it ends: a department named with its office. */
function organisationOf(name: string, organisations: ReadGuidelineInput['organisations']): string | null {
  const named = organisations
    .filter((one) => name.endsWith(one.name))
    .toSorted((a, b) => b.name.length - a.name.length);
  return named[0]?.id ?? null;
}
