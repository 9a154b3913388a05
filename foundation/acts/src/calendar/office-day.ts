import { type Day, UserFault } from '@zhiheng/vocabulary';

/** Where the offices of mainland China keep their clocks. */
export const defaultZone = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The office's date at an instant (ISO 8601): `2023-01-20T16:30:00Z` is 2023-01-21 in Shanghai. `zone` is an IANA name.
 * Throws `calendar-wrong` for a zone or an instant that does not exist.
 */
export function officeDay(instant: string, zone: string = defaultZone): Day {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new UserFault('calendar-wrong', { found: instant, values: { what: 'not an instant' } });
  const parts = new Map(
    formatOf(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw new UserFault('calendar-wrong', {
      found: zone,
      expected: 'an IANA name such as Asia/Shanghai',
      values: { what: `no time zone is named ${zone}` },
    });
  }
}
