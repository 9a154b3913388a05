import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { type AreaDirectory, nearestWord, OwnFault, UserFault, units } from '@zhiheng/vocabulary';
import type { Concordances } from '../classification/read-concordances.js';
import type { Definition } from '../definition.js';
import { concordanceOf, conditionDimension, dimensionNames, dimensionOf } from '../dimensions.js';
import { partIds } from '../made-parts.js';
import { factsOf } from '../tables/record-table.js';
import { checkParts, type KnownDefinitions } from './check-parts.js';
import { checkUnits } from './check-units.js';
import { closureOf, definitionHash } from './definition-hash.js';
import { readAwaits } from './read-awaits.js';
import { dimensionsNamed, readBreakdowns } from './read-breakdowns.js';
import { readComputed } from './read-computed.js';
import { definitionKinds, readHead, readPublished } from './read-head.js';
import { type PlacedPart, readDerived, readGrowth, readRatio } from './read-made.js';

export interface DefinitionContext {
  /** Ids of the published series that exist; when left out, `published` is not checked against them. */
  readonly series?: ReadonlySet<string>;
  /** The id that the file must give; any when left out. */
  readonly id?: string;
  /** The other definitions, which parts may name; when left out, parts are not checked against them. */
  readonly others?: Iterable<Definition>;
  /** Areas that exist; when left out, areas are not checked against them. */
  readonly areas?: Pick<AreaDirectory, 'get'>;
  /** Concordance tables; when left out, expressions may name any. */
  readonly tables?: Concordances;
}

/** A definition as its file says, before the definitions of its parts are looked at; its hash is of its own content. */
export interface OwnDefinition {
  readonly definition: Definition;
  readonly map: SheetMap;
  readonly parts: readonly PlacedPart[];
}

/**
 * Reads the text of a definition file. `file` is its path for faults and for `Definition.file`. Throws the first fault:
 * `definition-wrong`, or `expression-wrong` inside an expression, with line and column of the file.
 */
export function readDefinition(text: string, file: string, context: DefinitionContext = {}): Definition {
  const sheet = new YamlSheet(text, file, 'definition-wrong');
  const definition = buildDefinition(sheet, context);
  sheet.throwFirst();
  if (definition === null) throw new OwnFault(`${file} was not read and no fault was noted`);
  return definition;
}

/** The definition on a sheet, with the hash of its closure; null where the sheet has noted a fault. */
export function buildDefinition(sheet: YamlSheet, context: DefinitionContext): Definition | null {
  const own = readOwnDefinition(sheet, context);
  if (own === null) return null;
  if (context.others === undefined) return sheet.faults.length > 0 ? null : own.definition;
  const others = [...context.others].filter(({ id }) => id !== own.definition.id);
  const known = new Map([...others, own.definition].map((one) => [one.id, one]));
  checkAgainst(own, known, sheet);
  if (sheet.faults.length > 0) return null;
  const parts = partIds(own.definition).map((id) => [id, known.get(id)?.hash ?? ''] as const);
  return { ...own.definition, hash: closureOf(own.definition.hash, Object.fromEntries(parts)) };
}

/** Notes what is wrong with a definition in the light of all others. */
export function checkAgainst(own: OwnDefinition, known: KnownDefinitions, sheet: YamlSheet): void {
  checkParts(own.definition, own.parts, known);
  // Stand-ins for what could not be read have units too: of those nothing is said.
  if (sheet.faults.length === 0) checkUnits(own.definition, own.map, known);
}

/** What a file says by itself; null where not even its kind is known. Faults are noted on the sheet. */
export function readOwnDefinition(sheet: YamlSheet, context: DefinitionContext): OwnDefinition | null {
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
  const { content, parts, expressions, dimensions } = readContent(map, kind, context.tables ?? null);
  if (kind === 'reported') {
    map.need('published', 'a list of the series that it reports');
  }
  const published =
    kind === 'slot' ? [] : readPublished(map, { breakdowns: dimensions, duration: kind === 'duration', series });
  if (kind === 'reported' && map.has('published') && published.length === 0) {
    map.note('published', { what: 'no series is reported', expected: 'one series or more' });
  }
  map.close();
  checkAreas(map, content, parts, context);
  const made = parts.length > 0 ? { factor: units[head.unit].factor } : {};
  const definition = { ...head, ...content, published };
  const hash = definitionHash({ ...definition, ...made }, expressions);
  return { definition: { ...definition, hash } as unknown as Definition, map, parts };
}

interface Content {
  readonly content: object;
  readonly parts: readonly PlacedPart[];
  readonly expressions: readonly string[];
  readonly dimensions: ReturnType<typeof dimensionsNamed>;
}

/** What the kinds say beyond the head. */
function readContent(map: SheetMap, kind: Definition['kind'], tables: Concordances | null): Content {
  const nothing = { parts: [], expressions: [], dimensions: dimensionsNamed([]) };
  if (kind === 'reported') return { ...nothing, content: { kind } };
  if (kind === 'slot') return { ...nothing, content: { kind, awaits: readAwaits(map) } };
  if (kind === 'sample') return { ...nothing, content: { kind, plan: map.text('plan') } };
  if (kind === 'ratio' || kind === 'growth' || kind === 'derived') {
    const breakdowns = readBreakdowns(map, dimensionsNamed(dimensionNames));
    const read = kind === 'ratio' ? readRatio : kind === 'growth' ? readGrowth : readDerived;
    const { own, parts, ...written } = read(map, breakdowns);
    const expressions = 'formula' in written ? [written.formula] : [];
    return { content: { ...own, breakdowns }, parts, expressions, dimensions: dimensionsNamed(breakdowns.flat()) };
  }
  const { own, texts } = readComputed(map, kind, tables);
  const conditions = dimensionOf(conditionDimension, own);
  const known = new Map([
    ...dimensionsNamed(factsOf(own.table).dimensions),
    ...(conditions === null ? [] : [[conditions.name, conditions] as const]),
  ]);
  const breakdowns = readBreakdowns(map, known);
  const dimensions = new Map([...known].filter(([name]) => breakdowns.flat().includes(name)));
  for (const name of breakdowns.flat()) texts.askFor(concordanceOf(name));
  const { classifications } = texts;
  const asked = Object.keys(classifications).length === 0 ? {} : { classifications };
  return { content: { ...own, ...asked, breakdowns }, parts: [], expressions: texts.all, dimensions };
}

function checkAreas(map: SheetMap, content: object, parts: readonly PlacedPart[], { areas }: DefinitionContext): void {
  if (areas === undefined) return;
  const scope = 'scope' in content && typeof content.scope === 'string' ? [[map, 'scope', content.scope] as const] : [];
  const named = parts.flatMap(({ part, map: at }) => (part.area === null ? [] : [[at, 'area', part.area] as const]));
  for (const [at, key, code] of [...scope, ...named]) {
    if (code === '') continue;
    const fault = areaFault(code, areas);
    if (fault !== null) at.note(key, { what: 'no area has this code', found: code, ...fault });
  }
}

/** What would be right for a code that no area has; Chinese areas all have codes of their own. */
function areaFault(code: string, areas: Pick<AreaDirectory, 'get'>) {
  try {
    if (areas.get(code).level !== 'state' || !code.startsWith('CN-')) return null;
    return { expected: 'a GB/T 2260 code, CN, CN-ML or ALL', didYouMean: nearestWord(code, ['CN-ML']) };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    const { expected, didYouMean } = error.detail;
    return { expected, didYouMean };
  }
}
