import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { answerTo } from './fixture/answers.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** The policy that the pages must live under. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface FixtureServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the built pages and answers the interface from fixtures, both as the real server would. */
export async function serveFixtures(pages: string): Promise<FixtureServer> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture');
    if (url.pathname.startsWith('/api/')) answer(url, response);
    else sendFile(pages, url.pathname, response, packed);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

function answer(url: URL, response: ServerResponse): void {
  if (url.pathname === '/api/running/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end('retry: 3600000\n\n');
    return;
  }
  if (url.pathname.endsWith('.csv')) {
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end('\ufeffid\r\n');
    return;
  }
  const body = answerTo(url.pathname, url.searchParams);
  const problem = {
    type: 'about:blank',
    title: 'not found',
    status: 404,
    code: 'indicator-unknown',
    detail: 'no indicator of this name',
    place: null,
    found: url.pathname,
    expected: null,
  };
  const type = body === null ? 'application/problem+json' : 'application/json';
  response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'content-encoding': 'gzip' });
  response.end(gzipSync(JSON.stringify(body ?? problem)));
}

/** Sends a file as it is packed once for all requests; fonts are packed by themselves. */
function sendFile(pages: string, path: string, response: ServerResponse, packed: Map<string, Buffer>): void {
  const wanted = join(pages, path);
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(pages, 'index.html');
  const type = types[extname(file)] ?? 'application/octet-stream';
  const isFont = type.startsWith('font/');
  const bytes = packed.get(file) ?? (isFont ? readFileSync(file) : gzipSync(readFileSync(file)));
  packed.set(file, bytes);
  const encoding = isFont ? {} : { 'content-encoding': 'gzip' };
  // The name of a file below it holds a hash of what is in it.
  const kept = path.startsWith('/assets/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {};
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy, ...encoding, ...kept }).end(bytes);
}
