import type { ThrottleRule } from './throttle.js';

/** How long things hold, and how guessing is slowed down. */
export interface AccountSettings {
  /** A session without any request for this long is over. */
  readonly idleMinutes: number;
  /** A session is over after this long, used or not. */
  readonly absoluteHours: number;
  readonly linkHours: number;
  readonly keyDaysAtMost: number;
  readonly delegationDaysAtMost: number;
  readonly shortestPassword: number;
  /** The office's day decides whether a role is valid today. IANA name. */
  readonly timeZone: string;
  readonly throttleByAccount: ThrottleRule;
  readonly throttleByAddress: ThrottleRule;
}

const hour = 3_600_000;

/** The settings of an office that states none. */
export const defaultSettings: AccountSettings = {
  idleMinutes: 30,
  absoluteHours: 12,
  linkHours: 72,
  keyDaysAtMost: 366,
  delegationDaysAtMost: 183,
  shortestPassword: 12,
  timeZone: 'Asia/Shanghai',
  throttleByAccount: { free: 5, window: hour, firstWait: 60_000, longestWait: hour / 4 },
  throttleByAddress: { free: 30, window: hour, firstWait: 60_000, longestWait: hour / 4 },
};
