import type { SheetMap } from '@zhiheng/sheets';
import { lastDayOf } from '@zhiheng/vocabulary';
import type { DefinitionSource } from '../definition.js';

/** Reads the text that something rests on. */
export function readSource(map: SheetMap): DefinitionSource {
  const source = {
    text: map.text('text'),
    article: map.optionalText('article'),
    date: map.optionalText('date'),
    url: map.optionalText('url'),
  };
  if (source.date !== null && lastDayOf(source.date) === null) {
    map.note('date', {
      what: 'date is no date',
      found: source.date,
      expected: 'a day, a month or a year in quotes: 2023-03-23',
    });
  }
  map.close();
  return source;
}
