import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Definition } from '../definition.js';
import type { PublishedTexts } from '../drafting/publications.js';
import { readPublishedFolder } from '../published/read-published-folder.js';
import { readDefinition } from './read-definition.js';

const folder = 'indicators';
const ending = '.yaml';

/** What a definition is read from: the file that came with the software, or the text that people put in force over it. */
interface DefinitionText {
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

/**
 * Every definition in force, by id: those of the definitions folder (`indicators/*.yaml`), the `published` texts of people over them. An id
 * is the name of its file, and published series must exist in `reference/published`. Throws the first fault found.
 */
export function readDefinitions(definitionsFolder: string, published: PublishedTexts = {}): Definition[] {
  const series = new Set(readPublishedFolder(definitionsFolder).map((value) => value.series));
  return definitionTexts(definitionsFolder, published).map(({ id, file, text }) =>
    readDefinition(text, file, { series, id }),
  );
}

/** The texts that definitions are read from, by id. */
function definitionTexts(definitionsFolder: string, published: PublishedTexts): DefinitionText[] {
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
  const names = readdirSync(join(definitionsFolder, folder));
  return names.includes(`${id}${ending}`)
    ? readFileSync(join(definitionsFolder, folder, `${id}${ending}`), 'utf8')
    : null;
}
