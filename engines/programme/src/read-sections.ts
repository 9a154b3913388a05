import type { SheetMap } from '@zhiheng/sheets';
import { type LocalizedText, nearestWord } from '@zhiheng/vocabulary';
import {
  type Clause,
  type ClauseRole,
  type ProgrammeItem,
  type ProgrammeSection,
  type SectionRole,
  sectionRoles,
} from './clause.js';
import { readDay } from './read-rule.js';

/** What clauses are read against. */
export interface ClauseContext {
  /** Ids of the indicators that exist; null where they are not at hand. */
  readonly indicators: ReadonlySet<string> | null;
  /** Ids of the flows that can be used. */
  readonly flows: ReadonlySet<string>;
  /** Ids of the targets of the programme. */
  readonly targets: readonly string[];
}

const clauseRoles: Readonly<Record<SectionRole, ClauseRole>> = {
  aims: 'aim',
  duties: 'duty',
  requirements: 'requirement',
};

const mostLines = 1_000_000;

type Named = ReadonlyMap<string, LocalizedText>;

/** What clauses name by an id: flows, steps, kinds of evidence. */
interface Dictionaries {
  readonly flows: Named;
  readonly steps: Named;
  readonly evidence: Named;
}

/** The sections of a programme with their items and clauses; none where the file has no key `sections`. */
export function readSections(map: SheetMap, context: ClauseContext): ProgrammeSection[] {
  const named = (key: string): Named =>
    new Map(map.namedMaps(key).map(([id, names]) => [id, names.languages()] as const));
  const dictionaries = { flows: named('flows'), steps: named('steps'), evidence: named('evidence_kinds') };
  const sections = map.maps('sections').map((item) => readSection(item, dictionaries, context));
  refuseTwins(map, sections);
  return sections;
}

function readSection(map: SheetMap, dictionaries: Dictionaries, context: ClauseContext): ProgrammeSection {
  const role = map.choice('role', sectionRoles);
  const section = {
    id: map.text('id'),
    role,
    names: map.localized('names'),
    items: map.maps('items').map((item) => readItem(item, clauseRoles[role], dictionaries, context)),
  };
  map.close();
  return section;
}

function readItem(map: SheetMap, role: ClauseRole, dictionaries: Dictionaries, context: ClauseContext): ProgrammeItem {
  const item = {
    id: map.text('id'),
    number: map.value('number') === '' ? '' : map.text('number'),
    names: map.localized('names'),
    clauses: map.maps('clauses').map((clause) => readClause(clause, role, dictionaries, context)),
  };
  map.close();
  return item;
}

function readClause(map: SheetMap, role: ClauseRole, dictionaries: Dictionaries, context: ClauseContext): Clause {
  const truth = (key: string) => map.has(key) && map.truth(key);
  const dated = map.optionalMap('dates');
  const clause: Clause = {
    id: map.text('id'),
    role,
    names: map.localized('names'),
    wanted: map.has('wanted') ? map.localized('wanted') : null,
    owners: map.texts('owners'),
    joint: truth('joint'),
    proposed: map.texts('proposed'),
    supporting: map.texts('supporting'),
    regions: truth('regions'),
    due: map.has('due') ? readDay(map, 'due') : null,
    milestones: namedBy(map, 'milestones', dictionaries.steps, 'steps').map(([id, names]) => ({
      ...{ id, names },
      due: dated?.has(id) === true ? readDay(dated, id) : null,
    })),
    evidence: namedBy(map, 'evidence', dictionaries.evidence, 'evidence_kinds').map(([, names]) => names),
    indicators: among(map, 'indicators', context.indicators, 'an id of definitions/indicators'),
    targets: among(map, 'targets', new Set(context.targets), 'an id of targets'),
    flows: namedBy(map, 'flows', dictionaries.flows, 'flows').map(([id, names]) => ({
      ...{ id, names },
      built: context.flows.has(id),
    })),
    source: map.has('lines') ? readLines(map.map('lines')) : null,
    provisional: truth('provisional'),
  };
  dated?.close();
  map.close();
  return clause;
}

/** The first and the last line, counted from 1. */
function readLines(map: SheetMap): Clause['source'] {
  const lines = { from: map.count('from', mostLines), until: map.count('until', mostLines) };
  if (lines.from < 1 || lines.from > lines.until)
    map.note('from', {
      what: 'the lines are no span',
      found: `${lines.from}-${lines.until}`,
      expected: 'from 1 on, until no earlier',
    });
  map.close();
  return { lines: [lines.from, lines.until] };
}

/** Ids of a list, each with the names that the programme gives it under another key. */
function namedBy(map: SheetMap, key: string, names: Named, where: string): [string, LocalizedText][] {
  return map.texts(key).flatMap((id): [string, LocalizedText][] => {
    const found = names.get(id);
    if (found !== undefined) return [[id, found]];
    noteUnknown(map, key, id, [...names.keys()], `a key of ${where}`);
    return [];
  });
}

function among(map: SheetMap, key: string, known: ReadonlySet<string> | null, expected: string): string[] {
  const ids = map.texts(key);
  for (const id of ids) if (known?.has(id) === false) noteUnknown(map, key, id, [...known], expected);
  return ids;
}

function noteUnknown(map: SheetMap, key: string, found: string, known: readonly string[], expected: string): void {
  map.note(key, { what: `${key} names nothing known`, found, expected, didYouMean: nearestWord(found, known) });
}

function refuseTwins(map: SheetMap, sections: readonly ProgrammeSection[]): void {
  const ids = sections.flatMap(({ items }) => items.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const twin = ids.find((id, index) => id !== '' && ids.indexOf(id) !== index);
  if (twin !== undefined)
    map.note('sections', { what: 'a clause is given twice', found: twin, expected: 'an id for each clause' });
}
