import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { isDay } from '@zhiheng/vocabulary';
import type { Ground } from './ground.js';

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads the grounds of a file (`definitions/screening/grounds.yaml`). Throws the first `screening-rules-wrong` with line and column. */
export function readGrounds(text: string, file: string): Ground[] {
  const sheet = new YamlSheet(text, file, 'screening-rules-wrong');
  const root = sheet.root();
  const maps = root.maps('grounds');
  if (maps.length === 0) root.note('grounds', { what: 'there are no grounds', expected: 'grounds: a list' });
  const grounds = maps.map(readGround);
  const seen = new Set<string>();
  for (const [index, { id }] of grounds.entries()) {
    if (seen.has(id))
      maps[index]?.note('id', { what: 'the ground stands twice', found: id, expected: 'one of each id' });
    seen.add(id);
  }
  root.close();
  sheet.throwFirst();
  return grounds;
}

function readGround(map: SheetMap): Ground {
  const id = map.text('id');
  if (id !== '' && !idForm.test(id)) {
    map.note('id', { what: 'not an id', found: id, expected: 'small letters and digits with hyphens: 411-1' });
  }
  const source = map.map('source');
  const ground = {
    id,
    names: map.localized('names'),
    source: { text: source.text('text'), article: source.text('article'), date: source.optionalText('date') },
    validFrom: readDay(map, 'valid_from'),
    validTo: map.has('valid_to') ? readDay(map, 'valid_to') : null,
    provisional: map.has('provisional') && map.truth('provisional'),
  };
  source.close();
  map.close();
  return ground;
}

/** A day of a rule; what is none is noted. */
export function readDay(map: SheetMap, key: string): string {
  const given = map.text(key);
  if (given !== '' && !isDay(given)) map.note(key, { what: 'not a day', found: given, expected: 'YYYY-MM-DD' });
  return given;
}
