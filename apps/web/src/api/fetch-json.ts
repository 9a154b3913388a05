import { problemOf, unreachable } from './problem.js';

/** Names and values of a query; null and empty values are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `/api` path with its query. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/${path}${text === '' ? '' : `?${text}`}`;
}

/** Reads JSON of the given shape; throws a `Problem`. */
export async function fetchJson<Answer>(url: string, signal: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    throw unreachable(cause);
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Answer;
}
