import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { isLanguage, type Language, type LocalizedText, languages, nearestWord } from '@zhiheng/vocabulary';
import type { HandIn, Programme, Target, TargetGroup } from './programme.js';
import { readOverlays } from './read-overlay.js';
import { readDay } from './read-rule.js';
import { readSections } from './read-sections.js';
import { readTarget } from './read-target.js';

/** Probability of the intervals of projections where a programme states none; no text settles it. */
const usualLevel = 0.8;

export interface ProgrammeContext {
  /** Ids of the indicators that exist; when left out, subjects are not checked against them. */
  readonly indicators?: ReadonlySet<string>;
  /** Codes of the regions that exist; when left out, overlays are not checked against them. */
  readonly areas?: ReadonlySet<string>;
  /** Ids of the case flows that can be used; none when left out. */
  readonly flows?: ReadonlySet<string>;
  /** The id that the file must give; any when left out. */
  readonly id?: string;
}

/**
 * Reads the text of a programme file. `file` is its path for faults and for `Programme.file`. Throws the first
 * `programme-wrong` with line and column.
 */
export function readProgramme(text: string, file: string, context: ProgrammeContext = {}): Programme {
  const sheet = new YamlSheet(text, file, 'programme-wrong');
  const map = sheet.root();
  sheet.languages = readLanguages(map);
  const id = map.text('id');
  if (context.id !== undefined && id !== '' && id !== context.id) {
    map.note('id', { what: 'the id is not the name of its file', found: id, expected: context.id });
  }
  const targets = map.maps('targets').map((item) => readTarget(item, { indicators: context.indicators ?? null }));
  const groups = map.maps('groups').map((item) => readGroup(item, targets));
  const overlays = readOverlays(map, {
    indicators: context.indicators ?? null,
    areas: context.areas ?? null,
    targets,
    groups: groups.map((group) => group.id),
  });
  if (targets.length === 0 && !map.has('sections'))
    map.note('targets', { what: 'the programme has no targets', expected: 'targets: a list' });
  const programme = {
    id,
    names: map.localized('names'),
    number: map.optionalText('number') ?? '',
    issuedOn: readDay(map, 'issued_on'),
    year: map.count('year', 9999),
    handIn: readHandIn(map.map('hand_in')),
    ownersProposed: map.truth('owners_proposed'),
    departments: map.maps('departments').map(readDepartment),
    targets,
    groups,
    sections: readSections(map, {
      indicators: context.indicators ?? null,
      flows: context.flows ?? new Set(),
      targets: targets.map((target) => target.id),
    }),
    overlays,
    level: readLevel(map),
    file,
    text,
  };
  refuseTwins(map, [...programme.targets, ...programme.groups]);
  map.close();
  sheet.throwFirst();
  return programme;
}

/** `languages: [zh-Hant]`: those that its texts have; all where left out. */
function readLanguages(map: SheetMap): readonly Language[] {
  const named = map.texts('languages');
  const unknown = named.find((name) => !isLanguage(name));
  if (unknown !== undefined)
    map.note('languages', { what: 'no language is named so', found: unknown, expected: languages.join(', ') });
  const known = named.filter(isLanguage);
  return known.length === 0 ? languages : known;
}

function readHandIn(map: SheetMap): HandIn {
  const forms = map.texts('forms').flatMap((form) => {
    if (form === 'paper' || form === 'electronic') return [form] as const;
    map.note('forms', { what: 'the form is not known', found: form, expected: 'paper, electronic' });
    return [];
  });
  const handIn = { due: readDay(map, 'due'), to: map.text('to'), forms };
  map.close();
  return handIn;
}

function readDepartment(map: SheetMap): LocalizedText {
  const names = map.localized('names');
  map.close();
  return names;
}

/** `projection: { level: 0.9 }`: the probability of its intervals. */
function readLevel(map: SheetMap): Programme['level'] {
  const projection = map.optionalMap('projection');
  if (projection === null) return { value: usualLevel, stated: false };
  const value = projection.number('level');
  if (!(value >= 0.5 && value < 1)) {
    const expected = 'a number from 0.5 to less than 1';
    projection.note('level', { what: 'level is out of range', found: String(value), expected });
  }
  projection.close();
  return { value, stated: true };
}

/** A group's parts must be targets of the programme, one after the other, so that its row can follow them. */
function readGroup(map: SheetMap, targets: readonly Target[]): TargetGroup {
  const ids = targets.map((target) => target.id);
  const parts = map.maps('parts').map((item) => {
    const part = { target: item.text('target'), part: item.text('part') };
    if (part.target !== '' && !ids.includes(part.target)) {
      item.note('target', {
        what: 'no target has this id',
        found: part.target,
        expected: 'an id of targets',
        didYouMean: nearestWord(part.target, ids),
      });
    }
    item.close();
    return part;
  });
  const group = { id: map.text('id'), names: map.localized('names'), owners: map.texts('owners'), parts };
  const places = parts.map((part) => ids.indexOf(part.target));
  const inOrder = places.every((place, index) => index === 0 || place === (places[index - 1] ?? -1) + 1);
  if (parts.length < 2 || (!places.includes(-1) && !inOrder)) {
    map.note('parts', {
      what: 'the parts are no run of targets',
      expected: 'two or more targets in the order of the programme',
    });
  }
  map.close();
  return group;
}

function refuseTwins(map: SheetMap, rows: readonly { readonly id: string }[]): void {
  const ids = rows.map((row) => row.id);
  const twin = ids.find((id, index) => id !== '' && ids.indexOf(id) !== index);
  if (twin !== undefined)
    map.note('targets', { what: 'an id is given twice', found: twin, expected: 'an id for each target and group' });
}
