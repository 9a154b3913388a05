import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import { jobsHere, Office } from '@zhiheng/office';
import { localOperator, systemClock } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '../src/build-server.js';
import type { RequestLimits } from '../src/request-limits.js';

/** A server over a throw-away office, asked without a network. Jobs run in the process of the test. */
export interface OfficeServer {
  readonly server: FastifyInstance;
  readonly office: Office;
  readonly remove: () => Promise<void>;
}

/** `limits`: of requests; left out, the usual ones. */
export async function officeServer(uploadLimit: number, limits?: RequestLimits): Promise<OfficeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-server-'));
  const office = await Office.open({ folder, clock: systemClock, runJob: jobsHere(nodeDisk) });
  const server = await buildServer({
    office,
    operator: localOperator('test', 'page'),
    host: '127.0.0.1',
    webFolder: join(folder, 'no-pages'),
    log: null,
    uploadLimit,
    ...(limits && { limits }),
  });
  return {
    server,
    office,
    remove: async () => {
      await server.close();
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Headers that the served pages send with a changing request. */
export const own = { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080', 'x-zhiheng': '1' };
