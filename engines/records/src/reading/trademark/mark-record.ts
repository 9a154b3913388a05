import { type Day, recordId } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import type { MarkFacts } from './mark-facts.js';
import { markNumber, registrationNumber } from './mark-numbers.js';
import { classRows, eventRows, holderRows } from './mark-rows.js';
import { hasEnded, type MarkStatus, markStatus } from './mark-status.js';
import { markFeature, markKind } from './mark-words.js';
import { zonedDay } from './zoned-day.js';

/**
 * The record of one mark. Its state is dated by its status; a mark that ended without a date of its own ended that day.
 *
 * @throws RecordFault where office, number or a date is missing or wrong
 */
export function markRecord(facts: MarkFacts): SourceRecord {
  const office = officeOf(facts.office);
  const number = markNumber(office, facts.number);
  const status = markStatus(office, facts.statusCode, facts.statusText);
  const statusOn = zonedDay(facts.statusDate, 'status_on');
  const statusAsGiven = [facts.statusCode, facts.statusText].filter((part) => part !== null).join(' ');
  const events = eventRows(facts.events);
  return {
    group: 'trademarks',
    id: recordId(office, number),
    office,
    dataset: 'real',
    number,
    numberAsGiven: facts.number ?? number,
    stateOn: statusOn,
    rows: {
      trademarks: [
        {
          registration_number: registrationNumber(facts.registrationNumber),
          kind: markKind(facts.kind),
          kind_as_given: facts.kind,
          mark_text: facts.markText,
          feature: markFeature(office, facts.featureCode, facts.feature),
          filed_on: zonedDay(facts.filed, 'filed_on'),
          published_on: publishedOn(facts),
          registered_on: zonedDay(facts.registered, 'registered_on'),
          ceased_on: ceasedOn(status, zonedDay(facts.abandoned, 'ceased_on'), statusOn),
          status,
          status_as_given: statusAsGiven === '' ? null : statusAsGiven,
          status_on: statusOn,
          agency: facts.agency,
        },
      ],
      trademark_classes: classRows(office, facts.goods),
      trademark_holders: holderRows(facts.owners),
      trademark_events: events,
    },
  };
}

function officeOf(given: string | null): string {
  if (given === null) throw new RecordFault('field-missing', 'office', null, 'the code of the registration office');
  if (!/^[A-Z]{2}$/.test(given)) throw new RecordFault('value-wrong', 'office', given, 'two letters of ST.3');
  return given;
}

/** The first publication; where the file lists none, the first event that tells of one. */
function publishedOn(facts: MarkFacts): Day | null {
  const told = facts.events.filter(({ description }) => /^published for opposition\b/i.test(description ?? ''));
  const listed = facts.published.length > 0 ? facts.published : told.map(({ date }) => date);
  const days = listed.map((date) => zonedDay(date, 'published_on')).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

function ceasedOn(status: MarkStatus | null, abandonedOn: Day | null, statusOn: Day | null): Day | null {
  if (!hasEnded(status)) return null;
  return status === 'abandoned' ? (abandonedOn ?? statusOn) : statusOn;
}
