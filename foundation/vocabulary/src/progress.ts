/** One step of long work, for a bar, a line or an event stream. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: 'bytes' | 'records' | 'files' | 'indicators' | 'steps';
}

export type OnProgress = (progress: Progress) => void;

/** The present moment comes in as a parameter everywhere. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
