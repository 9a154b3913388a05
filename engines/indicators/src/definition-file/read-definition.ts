import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Definition } from '../definition.js';
import { definitionHash } from './definition-hash.js';
import { readAttribution, readCounted, readDuration, readFlow, readStock } from './read-computed.js';
import { definitionKinds, readHead, readPublished } from './read-head.js';

export interface DefinitionContext {
  /** Ids of the published series that exist; when left out, `published` is not checked against them. */
  readonly series?: ReadonlySet<string>;
  /** The id that the file must give; any when left out. */
  readonly id?: string;
}

/**
 * Reads the text of a definition file. `file` is its path for faults and for `Definition.file`. Throws the first fault:
 * `definition-wrong`, or `expression-wrong` inside `where`, with line and column of the file.
 */
export function readDefinition(text: string, file: string, context: DefinitionContext = {}): Definition {
  const sheet = new YamlSheet(text, file, 'definition-wrong');
  const definition = buildDefinition(sheet, context);
  sheet.throwFirst();
  if (definition === null) throw new OwnFault(`${file} was not read and no fault was noted`);
  return definition;
}

/** The definition on a sheet; null where the sheet has noted a fault. */
export function buildDefinition(sheet: YamlSheet, context: DefinitionContext): Definition | null {
  const map = sheet.root();
  const series = context.series ?? null;
  const head = { ...readHead(map), file: sheet.path, text: sheet.text };
  if (context.id !== undefined && head.id !== '' && head.id !== context.id) {
    map.note('id', { what: 'the id is not the name of its file', found: head.id, expected: context.id });
  }
  const kind = map.choice('kind', definitionKinds);
  if (map.scalarOf('kind')?.value !== kind) {
    map.noteLacking();
    return null;
  }
  if (kind === 'reported') {
    map.need('published', 'a list of the series that it reports');
    const published = readPublished(map, { breakdowns: [], duration: false, series });
    if (map.has('published') && published.length === 0) {
      map.note('published', { what: 'no series is reported', expected: 'one series or more' });
    }
    map.close();
    const definition = { ...head, kind, published };
    return sheet.faults.length > 0 ? null : { ...definition, hash: definitionHash(definition) };
  }
  const { counted, canonicalWhere } = readCounted(map);
  const attribution = readAttribution(map, kind);
  const own = readOwn(map, kind);
  const published = readPublished(map, { breakdowns: counted.breakdowns.flat(), duration: kind === 'duration', series });
  map.close();
  const definition = { ...head, ...counted, attribution, ...own, published };
  if (sheet.faults.length > 0) return null;
  return { ...definition, hash: definitionHash({ ...definition, where: canonicalWhere }) };
}

function readOwn(map: SheetMap, kind: 'flow' | 'stock' | 'duration') {
  if (kind === 'flow') return readFlow(map);
  return kind === 'stock' ? readStock(map) : readDuration(map);
}
