/** Writes instants (ISO 8601) as days, `2023-12-31`, and moments, `2023-12-31 08:05`, of a zone (IANA name). */
export interface Moments {
  readonly day: (instant: string) => string;
  readonly moment: (instant: string) => string;
}

const known = new Map<string | undefined, Moments>();

/** How instants are written in a zone; left out, in that of this machine. */
export function momentsIn(timeZone: string | undefined): Moments {
  const found = known.get(timeZone);
  if (found !== undefined) return found;
  // Swedish writes dates as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const moments: Moments = {
    day: (instant) => day.format(new Date(instant)),
    moment: (instant) => moment.format(new Date(instant)),
  };
  known.set(timeZone, moments);
  return moments;
}
