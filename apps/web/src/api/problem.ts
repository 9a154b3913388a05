import { tellSignInNeeded } from './sign-in-needed.js';

/** An error of the interface as RFC 9457 gives it, with the fields of the house's error table. */
export interface ProblemAnswer {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly place: Readonly<Record<string, unknown>> | null;
  readonly found: string | null;
  readonly expected: string | null;
}

/** What a request to the server failed with; `unreachable` when no answer came. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly answer: ProblemAnswer;

  constructor(answer: ProblemAnswer) {
    super(answer.detail ?? answer.title);
    this.answer = answer;
  }
}

const none = { place: null, found: null, expected: null };

/** The problem of a request that got no answer. */
export function unreachable(cause: unknown): Problem {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new Problem({ title: 'no answer', status: 0, code: 'unreachable', detail, ...none });
}

/** Reads a failed response; a body that is no problem+json still gives its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const json = (response.headers.get('content-type') ?? '').includes('json');
  const body: Partial<ProblemAnswer> = json ? await response.json() : {};
  return problemFrom(body, response.status, response.statusText);
}

/** The problem that an answer told, with its status where it told nothing. */
export function problemFrom(body: Partial<ProblemAnswer>, status: number, statusText: string): Problem {
  if (body.code === 'sign-in-needed') tellSignInNeeded();
  return new Problem({
    title: body.title ?? statusText,
    status,
    code: body.code ?? 'unknown',
    detail: body.detail ?? (body.code === undefined ? `${status} ${statusText}` : null),
    place: body.place ?? null,
    found: body.found ?? null,
    expected: body.expected ?? null,
  });
}
