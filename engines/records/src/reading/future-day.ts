import type { Day } from '@zhiheng/vocabulary';
import type { PatentRecord } from './record.js';
import { RecordFault } from './record-fault.js';
import type { SourceRecord } from './source-record.js';

/** What has happened when a record tells of it. A right may end on a day to come; nothing else may. */
const patentDays = {
  filedOn: 'filed_on',
  priorityOn: 'priority_on',
  publishedOn: 'published_on',
  examinationRequestedOn: 'examination_requested_on',
  firstActionOn: 'first_action_on',
  closedOn: 'closed_on',
  grantedOn: 'granted_on',
  stateOn: 'state_on',
} as const satisfies Partial<Record<keyof PatentRecord, string>>;
const patentFields = Object.entries(patentDays) as [keyof typeof patentDays, string][];

const happened = new Set<string>([...Object.values(patentDays), 'registered_on', 'recorded_on', 'executed_on']);

/**
 * The record, when nothing in it happened behind `latest`; without `latest` any record.
 *
 * @throws RecordFault `date-wrong` with the first such field
 */
export function refuseFutureDays<One extends PatentRecord | SourceRecord>(record: One, latest: Day | undefined): One {
  if (latest === undefined) return record;
  if ('group' in record) refuseRows(record, latest);
  else for (const [key, field] of patentFields) refuse(record[key], field, latest);
  return record;
}

/** Days stand on the head row; those of the state of a patent beside it. */
function refuseRows({ group, rows, stateOn }: SourceRecord, latest: Day): void {
  for (const row of [...(rows[group] ?? []), ...(rows.patent_states ?? [])]) {
    for (const [column, value] of Object.entries(row)) {
      if (happened.has(column)) refuse(value, column, latest);
    }
  }
  refuse(stateOn, 'state_on', latest);
}

function refuse(day: unknown, field: string, latest: Day): void {
  if (typeof day === 'string' && day > latest) throw new RecordFault('date-wrong', field, day, `a day up to ${latest}`);
}
