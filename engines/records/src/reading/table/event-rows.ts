import { recordId } from '@zhiheng/vocabulary';
import { refuseFutureDays } from '../future-day.js';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import { ColumnReader } from './column-reader.js';
import { currencyOf } from './deed-rows.js';
import { type ToldEvent, toldEvents } from './further-tables.js';
import type { ColumnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { joinedNames, rowAmount, rowHead } from './row-head.js';
import { newHolderFields, rowParties } from './row-parties.js';
import { numberOf, type TableContext } from './row-record.js';

type Fields = readonly string[];

/**
 * Makes statements of the rows of a table of events, told one by one. A statement stands by itself: it neither replaces the
 * state of its patent nor is replaced by one. It is the same event again where patent, event, country, who tells it and
 * reference (without one: the day) are the same; a later state of it takes its place.
 */
export class EventRows {
  readonly #mapping: Mapping;
  readonly #columns: ColumnReader;
  readonly #context: TableContext;

  constructor(mapping: Mapping, places: ColumnPlaces, context: TableContext) {
    this.#mapping = mapping;
    this.#columns = new ColumnReader(mapping, places);
    this.#context = context;
  }

  /** The statement of a row. Throws `RecordFault` for the first field at fault. */
  record(fields: Fields): SourceRecord {
    const columns = this.#columns;
    const [mapping, context] = [this.#mapping, this.#context];
    const { office, dataset, given } = rowHead(columns, fields, { mapping, context }, 'the number of the application');
    const { number } = numberOf(office, given);
    const patent = recordId(office, number);
    const event = this.#event(fields);
    const eventOn = columns.day(fields, 'event_on');
    if (eventOn !== null && context.latest !== undefined && eventOn > context.latest) {
      throw new RecordFault('date-wrong', 'event_on', eventOn, `a day up to ${context.latest}`);
    }
    const [country, reference] = [this.#country(fields), columns.text(fields, 'reference')];
    const toldBy = columns.text(fields, 'told_by') ?? mapping.defaults.told_by ?? office;
    const parties = rowParties(columns, fields, newHolderFields, {}, context);
    const key = [patent, event, country ?? '', reference ?? eventOn ?? '', toldBy === office ? '' : toldBy];
    const record: SourceRecord = {
      group: 'patent_statements',
      id: `EVENT:${key
        .map((part) => part.replaceAll('|', '/'))
        .join('|')
        .replace(/\|+$/, '')}`,
      office,
      dataset,
      number,
      numberAsGiven: given,
      stateOn: columns.day(fields, 'state_on'),
      rows: {
        patent_statements: [{ kind: 'event', told_by: toldBy, patent }],
        patent_events: [
          {
            patent,
            event,
            event_on: eventOn,
            amount: rowAmount(columns, fields),
            currency: currencyOf(columns, fields, mapping),
            from_parties: joinedNames(columns.list(fields, 'from_parties')),
            to_parties: joinedNames(columns.list(fields, 'to_parties')),
            country,
            reference,
            event_as_given: columns.given(fields, 'event'),
          },
        ],
        new_holders: event === 'transfer' ? parties.filter(({ name }) => name !== '') : [],
      },
    };
    return refuseFutureDays(record, context.latest);
  }

  #event(fields: Fields): ToldEvent {
    const word = this.#columns.text(fields, 'event') ?? this.#mapping.defaults.event ?? null;
    const event = toldEvents.find((one) => one === word);
    if (event !== undefined) return event;
    if (word === null) throw new RecordFault('field-missing', 'event', null, `one of ${toldEvents.join(', ')}`);
    throw new RecordFault('value-wrong', 'event', word, `one of ${toldEvents.join(', ')}`);
  }

  #country(fields: Fields): string | null {
    const [country = '', ...more] = this.#columns.list(fields, 'country');
    if (more.length > 0) throw new RecordFault('value-wrong', 'country', `a list of ${more.length + 1}`, 'one country');
    return country || (this.#mapping.defaults.country ?? null);
  }
}
