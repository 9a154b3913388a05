import { errorTable, reportFault, UserFault } from '@zhiheng/vocabulary';

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

/** The problem of any thrown value. What our own fault says inside stays in the log, not in the answer. */
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
    place: report.place,
    found: report.found,
    expected: report.expected,
    advice: entry.advice,
  };
}

/** Faults that the HTTP framework finds itself: wrong query parameters, bodies, methods. */
function wrongRequest(error: unknown): Error | null {
  const status = (error as { statusCode?: number }).statusCode;
  if (!(error instanceof Error) || error.name === 'UserFault' || status === undefined || status >= 500) return null;
  return new UserFault('usage', { values: { what: error.message } });
}
