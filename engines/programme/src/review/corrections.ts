import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { nearestWord } from '@zhiheng/vocabulary';
import { parseDocument } from 'yaml';
import type { FieldJson, FieldValue, ReviewField } from './field.js';

/** What a file of corrections says of one field. */
export interface Correction {
  readonly field: string;
  /** Null: rejected. */
  readonly value: FieldValue | null;
  readonly note: string | null;
  readonly place: { readonly path: string; readonly line: number; readonly column: number };
}

/**
 * Reads a file of corrections: under `fields` the id of a field, or the line and column at which it begins (`20:13`), and then `reject`, or a map with `value` (keys that
 * take the place of those that were read; `null` takes one away) or `reject: true`, and `note`. Throws the first `corrections-wrong` with line and column.
 */
export function readCorrections(
  text: string,
  file: string,
  draft: string,
  fields: readonly ReviewField[],
): Correction[] {
  const sheet = new YamlSheet(text, file, 'corrections-wrong');
  const root = sheet.root();
  const named = root.optionalText('draft');
  if (named !== null && named !== '' && named !== draft)
    root.note('draft', { what: 'the corrections are of another draft', found: named, expected: draft });
  const map = root.map('fields', 'ids of fields, each with what is to become of it');
  const values = sheet.faults.length > 0 ? {} : valuesOf(text);
  const corrections = map.keys().flatMap((key) => {
    const field = fieldNamed(map, key, fields);
    const said = map.scalarOf(key) === null ? readMap(map.map(key), values[key]) : readWord(map, key);
    if (field === null || said === null) return [];
    const place = { path: file, ...placeIn(text, map.offsetOf(key)) };
    const merged = said.value === null ? null : withoutNulls({ ...(field.read ?? {}), ...said.value });
    return [{ field: field.id, value: merged, note: said.note, place }];
  });
  map.close();
  root.close();
  const twin = corrections.find(({ field }, index) => corrections.findIndex((one) => one.field === field) !== index);
  if (twin !== undefined)
    root.note('fields', { what: 'a field is named twice', found: twin.field, expected: 'each field once' });
  sheet.throwFirst();
  return corrections;
}

function readWord(map: SheetMap, key: string): { value: null; note: null } | null {
  if (map.value(key) === 'reject') return { value: null, note: null };
  map.note(key, {
    what: 'this is no correction',
    found: String(map.value(key)),
    expected: 'reject, or value: keys of the field',
  });
  return null;
}

function readMap(
  map: SheetMap,
  plain: FieldJson | undefined,
): { value: FieldValue | null; note: string | null } | null {
  const rejects = map.has('reject') && map.truth('reject');
  const note = map.optionalText('note');
  const gives = map.has('value');
  if (gives) map.map('value');
  map.close();
  if (rejects === gives) {
    map.noteKey('value', { what: 'this is no correction', expected: 'either value or reject: true' });
    return null;
  }
  const value = (plain as FieldValue | undefined)?.value;
  return { value: rejects ? null : isValue(value) ? value : {}, note };
}

function fieldNamed(map: SheetMap, key: string, fields: readonly ReviewField[]): ReviewField | null {
  map.has(key);
  const [, line, column] = /^(\d+):(\d+)$/.exec(key) ?? [];
  const found =
    line === undefined
      ? fields.filter(({ id }) => id === key)
      : fields.filter(({ span }) => span?.line === Number(line) && span.from === Number(column));
  if (found.length === 1) return found[0] ?? null;
  const ids = (found.length > 1 ? found : fields).map(({ id }) => id);
  map.noteKey(key, {
    what: found.length > 1 ? 'several fields begin there' : 'no field is named so',
    found: key,
    expected: found.length > 1 ? ids.join(', ') : 'an id of `zhiheng programme review`, or line:column',
    didYouMean: nearestWord(key, ids),
  });
  return null;
}

const isValue = (value: FieldJson | undefined): value is FieldValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without the keys that a correction takes away. */
export function withoutNulls(value: FieldValue): FieldValue {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

function valuesOf(text: string): FieldValue {
  const content = parseDocument(text).toJS() as FieldValue;
  return isValue(content.fields) ? content.fields : {};
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
