import type { Definition } from '../definition.js';
import type { PublishedTexts } from '../drafting/publications.js';
import { readPublishedFolder } from '../published/read-published-folder.js';
import { definitionTexts } from './definition-texts.js';
import { readDefinition } from './read-definition.js';

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
