import type { RowOf } from '../source-record.js';
import type { EventFacts, GoodsFacts, OwnerFacts } from './mark-facts.js';
import { stateArea } from './state-area.js';
import { partialDay, zonedDay } from './zoned-day.js';

/**
 * The classes of a mark, each entry's Nice classes before its national ones. A statement of goods stands with the class
 * that the file writes it under, and once; the day of first use holds for every class of the entry.
 *
 * @throws RecordFault `date-wrong`
 */
export function classRows(office: string, goods: readonly GoodsFacts[]): RowOf<'trademark_classes'>[] {
  return goods.flatMap((entry) => {
    const firstUsedOn = partialDay(entry.firstUsed, 'first_used_on');
    const nice = unique(entry.nice.map(plainNumber)).map((number) => ({
      scheme: 'nice',
      edition: entry.edition,
      class: number,
    }));
    const national = unique(entry.national).map((number) => ({
      scheme: `${office.toLowerCase()}-national`,
      edition: null,
      class: number,
    }));
    const classes = [...nice, ...national];
    const home = entry.statements.map(({ class: given }) => {
      const at = classes.findIndex(
        (row) => given !== null && (row.class === given || row.class === plainNumber(given)),
      );
      return Math.max(at, 0);
    });
    return classes.map((row, index) => {
      const texts = entry.statements.filter((_, statement) => home[statement] === index).map(({ text }) => text);
      return { ...row, goods: texts.length === 0 ? null : texts.join('; '), first_used_on: firstUsedOn };
    });
  });
}

/** The present owners, in the order of the file; an owner of whom nothing is told is left out. */
export function holderRows(owners: readonly OwnerFacts[]): RowOf<'trademark_holders'>[] {
  const told = owners.filter(
    ({ name, country, addressLines }) => name !== null || country !== null || addressLines.length > 0,
  );
  const stages = told.map(({ stage }) => stage);
  const last = stages.includes(null) ? null : Math.max(...stages.map(Number));
  return told
    .filter(({ stage }) => last === null || stage === last)
    .map(({ name, country, region, addressLines }) => ({
      name: name ?? '',
      country,
      address: addressLines.length === 0 ? null : addressLines.join(', '),
      area: stateArea(country, region),
      from_on: null,
      to_on: null,
    }));
}

/** @throws RecordFault `date-wrong` */
export function eventRows(events: readonly EventFacts[]): RowOf<'trademark_events'>[] {
  return events.map(({ code, date, description, entry }) => ({
    event: code,
    event_on: zonedDay(date, 'event_on'),
    reference: entry,
    event_as_given: description,
  }));
}

/** `009` → `9`; letters stay. */
function plainNumber(given: string): string {
  return given.replace(/^0+(?=\d)/, '');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
