import type { DeedKind } from '../deeds/deed.js';
import type { EventKind } from '../deeds/event-source.js';
import type { OfficeKind } from '../office-volumes.js';

export type ByYear = Record<string, number>;
export type ByKind<T> = Record<OfficeKind, T>;

/** Closed inventions of a year. */
export interface ClosedCases {
  closed: number;
  /** Those with a day of request. */
  measured: number;
  /** Days from request to closing over the measured ones. */
  totalDays: number;
  /** Null where nothing was measured. */
  meanDays: number | null;
}

/** Deeds of a kind recorded in a year. */
export interface RecordedDeeds {
  deeds: number;
  /** Yuan, over those that tell an amount in yuan. */
  amount: number;
}

/** The right answers to a synthetic office, counted while it was made. Years are keys such as `2018`. */
export interface Truth {
  readonly dataset: 'synthetic';
  readonly 模拟数据: string;
  readonly seed: number;
  readonly from: string;
  readonly to: string;
  /** Applications filed in the window. */
  readonly patents: number;
  /** Applications of all files, opening ones included; rows that are quarantined are not counted. */
  readonly rows: number;
  /** Rights in force at the beginning of the first day. */
  readonly openingInForce: ByKind<number>;
  /** Applications filed before the window that were neither in force nor ended on its first day. */
  readonly openingPending: ByKind<number>;
  readonly applications: ByKind<ByYear>;
  readonly grants: ByKind<ByYear>;
  readonly ceased: ByKind<ByYear>;
  /** By last day of each year of the window, the window's own last day included. */
  readonly inForce: ByKind<ByYear>;
  readonly closedInventions: Record<string, ClosedCases>;
  /** Applications by province or country of the first holder, over all kinds. */
  readonly applicationsByArea: Record<string, ByYear>;
  /** Rights in force by province or country of the first of those who own them on the day, transfers followed. */
  readonly inForceByArea: Record<string, ByYear>;
  readonly deeds: Partial<Record<DeedKind, Record<string, RecordedDeeds>>>;
  /** Licences paid by royalties, by industry: how many, and their rates in percent added up. */
  readonly licenceFees: Record<string, { contracts: number; rates: number }>;
  readonly events: Partial<Record<EventKind, ByYear>>;
  /** Notices inside the window by year and by what had come of them on its last day; `open`: nothing yet. */
  readonly notices: Record<string, ByYear>;
  readonly marks: {
    /** Marks filed in the window. */
    readonly filed: number;
    readonly rows: number;
    readonly applications: ByYear;
    readonly registrations: ByYear;
    readonly inForce: ByYear;
  };
  /** Planted faults by check, code of quarantine or `duplicate`. */
  readonly dirt: Record<string, number>;
}
