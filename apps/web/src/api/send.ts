import type { UploadAnswer } from '@zhiheng/office';
import { address, type Query } from './fetch-json.js';
import { type Problem, type ProblemAnswer, problemFrom, problemOf, unreachable } from './problem.js';

/** What the server asks of every changing request beside the origin that the browser tells. */
const mark = { 'x-zhiheng': '1' };

/** Sends JSON and reads JSON; throws a `Problem`. */
export async function send<Answer>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address(path), {
      method,
      headers: {
        accept: 'application/json',
        ...mark,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    throw unreachable(cause);
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Brings a file to the server as it is, telling how many bytes have gone; throws a `Problem`. */
export function sendFile<Answer = UploadAnswer>(
  file: File,
  onBytes: (sent: number) => void,
  signal: AbortSignal,
  path = 'uploads',
  query: Query = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, { name: file.name, ...query }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [name, value] of Object.entries(mark)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => onBytes(event.loaded));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Answer);
      else reject(problemOfText(request));
    });
    for (const event of ['error', 'abort']) {
      request.addEventListener(event, () => reject(unreachable(new Error(event))));
    }
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function problemOfText(request: XMLHttpRequest): Problem {
  let body: Partial<ProblemAnswer> = {};
  try {
    body = JSON.parse(request.responseText) as Partial<ProblemAnswer>;
  } catch {
    // An answer that is no JSON still has its status.
  }
  return problemFrom(body, request.status, request.statusText);
}
