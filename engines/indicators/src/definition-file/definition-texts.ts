import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PublishedTexts } from '../drafting/publications.js';

const folder = 'indicators';
const ending = '.yaml';

/** What a definition is read from: the file that came with the software, or the text that people put in force over it. */
export interface DefinitionText {
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

/** The texts that definitions are read from, by id. */
export function definitionTexts(definitionsFolder: string, published: PublishedTexts): DefinitionText[] {
  const shipped = readdirSync(join(definitionsFolder, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ id: basename(name, ending), file: `${folder}/${name}` }))
    .filter(({ id }) => !Object.hasOwn(published, id))
    .map((one) => ({ ...one, text: readFileSync(join(definitionsFolder, one.file), 'utf8') }));
  const over = Object.entries(published).map(([id, text]) => ({ id, file: publishedFile(id), text }));
  return [...shipped, ...over].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The name that a text of people bears in faults and pages. */
export function publishedFile(id: string): string {
  return `published/${id}${ending}`;
}

/** The text that came with the software; null where there is none. */
export function shippedText(definitionsFolder: string, id: string): string | null {
  const name = `${id}${ending}`;
  const names = readdirSync(join(definitionsFolder, folder));
  return names.includes(name) ? readFileSync(join(definitionsFolder, folder, name), 'utf8') : null;
}
