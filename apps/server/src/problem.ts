import { basename, isAbsolute } from 'node:path';
import { errorTable, type Place, reportFault, UserFault } from '@zhiheng/vocabulary';

/** RFC 9457 problem details, filled from the one error table. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly place: unknown;
  readonly found: string | null;
  readonly expected: string | null;
  readonly advice: string;
}

/** The problem of any thrown value. What our own fault says inside stays in the log, as do the server's folders. */
export function problemOf(error: unknown): Problem {
  const report = reportFault(wrongRequest(error) ?? error);
  const entry = errorTable[report.code];
  const own = report.code === 'own-fault';
  return {
    type: `urn:zhiheng:error:${report.code}`,
    title: own ? entry.message : report.message,
    status: entry.http,
    code: report.code,
    detail: own ? entry.message : report.message,
    place: withoutFolders(report.place),
    found: report.found,
    expected: report.expected,
    advice: entry.advice,
  };
}

/** Seconds after which a refused request may be made again; null where waiting is of no use. */
export function waitOf(error: unknown, now: Date): number | null {
  if (!(error instanceof UserFault)) return null;
  const { seconds, until } = error.detail.values ?? {};
  if (error.code === 'requests-too-many') return Number(seconds);
  if (error.code !== 'sign-in-throttled') return null;
  return Math.max(1, Math.ceil((Date.parse(String(until)) - now.getTime()) / 1000));
}

function withoutFolders(place: Place | null): Place | null {
  if (place?.path === undefined || !isAbsolute(place.path)) return place;
  return { ...place, path: basename(place.path) };
}

/** Faults that the HTTP framework finds itself: wrong query parameters, bodies, methods. */
function wrongRequest(error: unknown): Error | null {
  const status = (error as { statusCode?: number }).statusCode;
  if (!(error instanceof Error) || error.name === 'UserFault' || status === undefined || status >= 500) return null;
  if (status === 413) return new UserFault('body-too-large');
  return new UserFault('usage', { values: { what: error.message } });
}
