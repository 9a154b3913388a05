import { readParsed, type SheetMap } from '@zhiheng/sheets';
import { eventKinds } from '@zhiheng/vocabulary';
import type { StockCondition } from '../definition.js';
import type { CanonicalTexts } from './canonical-texts.js';
import { idForm } from './read-head.js';
import { parseEventTest, parseRecordDate, parseRecordTest } from './record-expressions.js';

/** Reads `conditions` of a stock: each has an interval of dates or of events in which a record meets it. */
export function readConditions(map: SheetMap, texts: CanonicalTexts): StockCondition[] {
  const conditions = map.maps('conditions').map((item) => ({ item, condition: readOne(item, texts) }));
  const ids = conditions.map(({ condition }) => condition.id);
  for (const [index, { item, condition }] of conditions.entries()) {
    if (condition.id === '' || ids.indexOf(condition.id) === index) continue;
    item.note('id', { what: 'two conditions have one id', found: condition.id, expected: 'an id of its own' });
  }
  return conditions.map(({ condition }) => condition);
}

function readOne(item: SheetMap, texts: CanonicalTexts): StockCondition {
  const id = item.text('id');
  if (id !== '' && !idForm.test(id)) {
    item.note('id', { what: 'id is no name', found: id, expected: 'small letters, digits and hyphens' });
  }
  const names = item.localized('names');
  const where = item.optionalText('where');
  if (where !== null)
    texts.add(readParsed(item, 'where', where, (text) => parseRecordTest(text, texts.parameters, texts.tables)));
  const [hasDates, hasEvents] = [item.has('dates'), item.has('events')];
  if (hasDates === hasEvents) {
    item.note(hasDates ? 'events' : 'dates', {
      what: 'a condition holds in an interval of dates or of events',
      found: hasDates ? 'both' : 'neither',
      expected: 'exactly one of dates and events',
    });
  }
  const dates = hasDates ? readDates(item.map('dates'), texts) : null;
  const events = hasEvents ? readEvents(item.map('events'), texts) : null;
  item.close();
  return { id, names, where, dates, events };
}

function readDates(map: SheetMap, texts: CanonicalTexts): StockCondition['dates'] {
  const read = (key: string, text: string) =>
    texts.add(readParsed(map, key, text, (written) => parseRecordDate(written, texts.parameters)));
  const dates = { from: map.text('from'), until: map.optionalText('until') };
  read('from', dates.from);
  if (dates.until !== null) read('until', dates.until);
  map.close();
  return dates;
}

function readEvents(map: SheetMap, texts: CanonicalTexts): StockCondition['events'] {
  const events = {
    kind: map.choice('kind', eventKinds),
    endedBy: map.optionalChoice('ended_by', eventKinds),
    where: map.optionalText('where'),
  };
  if (events.endedBy === events.kind) {
    map.note('ended_by', {
      what: 'an event does not end itself',
      found: events.kind,
      expected: 'another kind of event',
    });
  }
  if (events.where !== null) {
    texts.add(readParsed(map, 'where', events.where, (text) => parseEventTest(text, texts.parameters)));
  }
  map.close();
  return events;
}
