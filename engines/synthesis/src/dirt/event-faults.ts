import type { OfficeEvent } from '../deeds/event-source.js';

/** A fault of an event told by itself, found by a check. */
export interface EventFault {
  readonly check: string;
  plant(event: OfficeEvent, filed: number): OfficeEvent;
}

export const eventFaults: readonly EventFault[] = [
  { check: 'event-before-filing', plant: (event, filed) => ({ ...event, on: filed - 20 }) },
  { check: 'event-without-day', plant: (event) => ({ ...event, on: null }) },
];
