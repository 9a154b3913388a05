import { type Day, recordId } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import { conveyanceOf, eventOf } from './conveyance.js';
import { deedDay } from './deed-day.js';
import { type DeedFields, firstValue, valuesOf } from './deed-fields.js';
import { deedProperties } from './deed-properties.js';
import { namedReelFrames, reelFrame } from './reel-frame.js';

const office = 'US';

/**
 * The recordal that a deed is, and what it does to each right it is about. Several names of parties, and several deeds that
 * a release ends, are joined by `; `.
 *
 * @throws RecordFault `field-missing` or `number-wrong` for reel and frame, `date-wrong`, `value-wrong`
 */
export function deedRecord(fields: DeedFields): SourceRecord {
  const { number, numberAsGiven } = deedNumber(fields);
  const words = firstValue(fields, 'conveyanceText');
  const conveyance = conveyanceOf(words);
  const recordedOn = deedDay(firstValue(fields, 'recordedDate'), 'recorded_on');
  const parties = {
    from_parties: joined(valuesOf(fields, 'patAssignorName')),
    to_parties: joined(valuesOf(fields, 'patAssigneeName')),
  };
  const event = {
    event: eventOf(conveyance),
    event_on: recordedOn,
    ...parties,
    reference: number,
    event_as_given: words,
  };
  return {
    group: 'recordals',
    id: recordId(office, number),
    office,
    dataset: 'real',
    number,
    numberAsGiven,
    stateOn: deedDay(firstValue(fields, 'lastUpdateDate'), 'state_on'),
    rows: {
      recordals: [
        {
          kind: conveyance.kind,
          kind_as_given: words,
          recorded_on: recordedOn,
          executed_on: executedOn(fields),
          ...parties,
          refers_to: conveyance.kind === 'release' ? joined(namedReelFrames(conveyance.act)) : null,
          pages: pagesOf(fields),
        },
      ],
      patent_events: deedProperties(fields).map((patent) => ({ patent, ...event })),
    },
  };
}

function deedNumber(fields: DeedFields): { number: string; numberAsGiven: string } {
  const [reel, frame] = [firstValue(fields, 'reelNo'), firstValue(fields, 'frameNo')];
  if (reel === null || frame === null) {
    throw new RecordFault('field-missing', 'number', null, 'reel and frame: reelNo, frameNo');
  }
  const numberAsGiven = `${reel}/${frame}`;
  const number = reelFrame(reel, frame);
  if (number !== null) return { number, numberAsGiven };
  throw new RecordFault('number-wrong', 'number', numberAsGiven, 'a reel of up to six digits, a frame of up to four');
}

function executedOn(fields: DeedFields): Day | null {
  const given = [...valuesOf(fields, 'patAssignorExDate'), ...valuesOf(fields, 'patAssignorEarliestExDate')];
  const days = given.map((text) => deedDay(text, 'executed_on')).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

function pagesOf(fields: DeedFields): number | null {
  const given = firstValue(fields, 'pageCount');
  if (given === null) return null;
  if (!/^\d{1,6}$/.test(given)) throw new RecordFault('value-wrong', 'pages', given, 'a whole number');
  return Number(given);
}

function joined(names: readonly (string | null)[]): string | null {
  const known = names.filter((name) => name !== null);
  return known.length === 0 ? null : known.join('; ');
}
