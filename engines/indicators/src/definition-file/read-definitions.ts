import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YamlSheet } from '@zhiheng/sheets';
import { AreaDirectory, OwnFault } from '@zhiheng/vocabulary';
import { Concordances } from '../classification/read-concordances.js';
import type { Definition } from '../definition.js';
import type { PublishedTexts } from '../drafting/publications.js';
import { partIds } from '../made-parts.js';
import { readPublishedFolder } from '../published/read-published-folder.js';
import { closureOf } from './definition-hash.js';
import { definitionTexts } from './definition-texts.js';
import { checkAgainst, readOwnDefinition } from './read-definition.js';

/**
 * Every definition in force, by id: those of the definitions folder (`indicators/*.yaml`), the `published` texts of people over them. An id
 * is the name of its file; published series must exist in `reference/published`, areas in `reference/areas.csv`, and parts among the
 * definitions; `tables` are the concordance tables, those of the folder where left out. Throws the first fault found.
 */
export function readDefinitions(
  definitionsFolder: string,
  published: PublishedTexts = {},
  tables = new Concordances(definitionsFolder),
): Definition[] {
  const series = new Set(readPublishedFolder(definitionsFolder).map((value) => value.series));
  const areas = new AreaDirectory(readFileSync(join(definitionsFolder, 'reference/areas.csv'), 'utf8'));
  const read = definitionTexts(definitionsFolder, published).map(({ id, file, text }) => {
    const sheet = new YamlSheet(text, file, 'definition-wrong');
    const own = readOwnDefinition(sheet, { series, areas, id, tables });
    sheet.throwFirst();
    if (own === null) throw new OwnFault(`${file} was not read and no fault was noted`);
    return { own, sheet };
  });
  const known = new Map(read.map(({ own: { definition } }) => [definition.id, definition]));
  for (const { own, sheet } of read) {
    checkAgainst(own, known, sheet);
    sheet.throwFirst();
  }
  return withClosures(known).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The definitions with the hashes of their closures; none leads back to itself. */
function withClosures(known: ReadonlyMap<string, Definition>): Definition[] {
  const closed = new Map<string, string>();
  const hashOf = (id: string): string => {
    const before = closed.get(id);
    if (before !== undefined) return before;
    const definition = known.get(id);
    if (definition === undefined) throw new OwnFault(`no definition is named ${id}`);
    const parts = Object.fromEntries(partIds(definition).map((part) => [part, hashOf(part)]));
    const hash = closureOf(definition.hash, parts);
    closed.set(id, hash);
    return hash;
  };
  return [...known.values()].map((definition) => ({ ...definition, hash: hashOf(definition.id) }));
}
