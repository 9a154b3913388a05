import type { PatentRecord } from '../src/reading/record.js';

/** What every grant of these files leaves open. */
export const open = {
  office: 'US',
  dataset: 'real',
  priorityOn: null,
  publishedOn: null,
  publicationNumber: null,
  family: null,
  fundedProject: null,
  agency: null,
  abstract: null,
  language: 'en',
  examinationRequestedOn: null,
  firstActionOn: null,
  closedOn: null,
  outcome: 'granted',
  ceasedOn: null,
  ceaseReason: null,
} as const;
export const since = { fromOn: null, toOn: null };
/** People of a record, as its XML writes them. */
export const inventors = (...names: string[]) => names.map((name) => ({ name, role: 'inventor' as const }));
export const agents = (...names: string[]) => names.map((name) => ({ name, role: 'agent' as const }));

export interface HandWritten {
  readonly file: string;
  readonly position: number;
  readonly record: PatentRecord;
}
