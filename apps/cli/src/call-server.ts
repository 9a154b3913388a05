import { request } from 'node:http';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Credential } from '@zhiheng/office';
import {
  type FaultReport,
  faultFromReport,
  type OnProgress,
  OwnFault,
  type Progress,
  UserFault,
} from '@zhiheng/vocabulary';

interface Call {
  readonly name: string;
  readonly input: object;
  readonly credential: Credential;
}

type Line =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'outcome'; readonly json: unknown; readonly exit: number }
  | { readonly type: 'fault'; readonly report: FaultReport };

const nobodyListens = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);

/** Has the server that owns the folder carry out a command; null when no server listens at the socket. */
export function callServer(
  socketPath: string,
  call: Call,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<{ json: unknown; exit: number } | null> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(call);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ socketPath, path: '/commands', method: 'POST', headers }, (response) => {
      let answered = false;
      const lines = createInterface({ input: response });
      lines.on('line', (text) => {
        const line = JSON.parse(text) as Line;
        if (line.type === 'progress') return onProgress(line.progress);
        answered = true;
        if (line.type === 'fault') reject(faultFromReport(line.report));
        else resolve({ json: line.json, exit: line.exit });
      });
      lines.on('close', () => {
        if (!answered) reject(new OwnFault('the server stopped before it had answered'));
      });
    });
    // The server stops work whose caller has gone.
    signal?.addEventListener('abort', () => {
      reject(new UserFault('cancelled'));
      sent.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (nobodyListens.has(error.code ?? '')) resolve(null);
      else if (error.code === 'EACCES') reject(folderClosed(socketPath));
      else reject(error);
    });
    sent.end(body);
  });
}

function folderClosed(socketPath: string): UserFault {
  return new UserFault('folder-unusable', {
    place: { path: dirname(socketPath) },
    found: 'EACCES',
    expected: 'a folder that this person may use',
  });
}
