import { YamlSheet } from '@zhiheng/sheets';
import { UserFault } from '@zhiheng/vocabulary';
import { stringify } from 'yaml';
import { type ProgrammeContext, readProgramme } from '../read-programme.js';
import type { FieldValue, ReviewDraft, ReviewField } from './field.js';

/**
 * Throws `programme-wrong` where a value has not the form that the programme's file has for its kind; the place names the field, and whatever `place` adds.
 * What a value refers to elsewhere in the programme is looked at when the programme is put together.
 */
export function checkFieldValue(
  field: ReviewField,
  value: FieldValue,
  draft: ReviewDraft,
  context: Pick<ProgrammeContext, 'indicators'>,
  place: { readonly path?: string; readonly line?: number; readonly column?: number } = {},
): void {
  try {
    if (field.kind === 'noise') checkNoise(value, draft.lines);
    else if (field.kind === 'owners') checkOwners(value);
    else readProgramme(stringify(skeletonWith(field, value, draft), { aliasDuplicateObjects: false }), '', context);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    const key = error.detail.place?.field?.replace(/^(?:\w+(?:\[\d+\])?\.)*?(?=\w+(?:\[\d+\])?$)/, '') ?? '';
    throw new UserFault(error.code, {
      ...error.detail,
      place: { ...place, field: key === '' ? field.id : `${field.id}.${key}` },
    });
  }
}

/** A programme that holds nothing but the field. */
function skeletonWith({ kind }: ReviewField, value: FieldValue, { languages, rest }: ReviewDraft): FieldValue {
  const names = { 'zh-Hans': '-', 'zh-Hant': '-', en: '-' };
  const { steps = {}, flows = {}, evidence_kinds = {} } = rest;
  const { targets: _, ...alone } = value;
  const item = { id: '-', number: '', names, clauses: kind === 'clause' ? [alone] : [] };
  const section = { id: '-', role: 'duties', names, items: [kind === 'item' ? { ...value, clauses: [] } : item] };
  return {
    ...{ id: '-', languages, names, issued_on: '2000-01-01', year: 2000, owners_proposed: false },
    hand_in: kind === 'hand-in' ? value : { due: '2000-01-01', to: '-', forms: [] },
    ...{ steps, flows, evidence_kinds },
    ...(kind === 'title' || kind === 'number' || kind === 'issued-on' || kind === 'year' ? value : {}),
    targets: kind === 'target' ? [value] : [],
    sections: [kind === 'section' ? { ...value, items: [item] } : section],
  };
}

function checkOwners(value: FieldValue): void {
  const sheet = new YamlSheet(stringify(value), '', 'programme-wrong');
  const map = sheet.root();
  map.texts('owners');
  map.texts('supporting');
  for (const key of ['joint', 'regions']) if (map.has(key)) map.truth(key);
  map.close();
  sheet.throwFirst();
}

/** A run that does not belong has to stand where it is said to. */
function checkNoise({ line, column, text, ...more }: FieldValue, lines: readonly string[]): void {
  const stands =
    typeof line === 'number' &&
    typeof column === 'number' &&
    typeof text === 'string' &&
    text !== '' &&
    [...(lines[line - 1] ?? '')].slice(column - 1, column - 1 + [...text].length).join('') === text;
  if (stands && Object.keys(more).length === 0) return;
  throw new UserFault('programme-wrong', {
    place: { field: 'text' },
    found: JSON.stringify({ line, column, text, ...more }),
    expected: 'line, column and text as the document has them',
    values: { what: 'the characters do not stand there' },
  });
}
