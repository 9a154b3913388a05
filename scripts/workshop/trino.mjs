import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { SetupFault } from './setup-fault.mjs';
import { step } from './step.mjs';
import { startNode } from './trino-node.mjs';
import { provideTrinoParts, TrinoAbsent } from './trino-parts.mjs';

/** @typedef {{ url: string, warehouse: string, origin: string, stop: () => Promise<void> }} TrinoCluster */

const readyWithin = 240_000;

/**
 * A coordinator and a worker on the loopback address, with the catalogues `lake` (tables over files below `warehouse`) and `memory`; or why
 * there are none. That they are there and do not start is a fault.
 * @returns {Promise<TrinoCluster | { absent: string }>}
 */
export async function provideTrino() {
  try {
    const parts = await provideTrinoParts();
    return await step(`Starting Trino ${parts.version} (coordinator and worker)`, () => start(parts));
  } catch (error) {
    if (!(error instanceof TrinoAbsent)) throw error;
    return { absent: error.message };
  }
}

/**
 * @param {{ java: string, home: string, version: string }} parts
 * @returns {Promise<TrinoCluster>}
 */
async function start(parts) {
  const folder = mkdtempSync(join(tmpdir(), 'trino-'));
  const warehouse = join(folder, 'warehouse');
  mkdirSync(join(warehouse, 'metastore'), { recursive: true });
  const [coordinatorPort, workerPort] = [await freePort(), await freePort()];
  const common = { coordinatorPort, secret: randomBytes(32).toString('hex'), warehouse };
  const nodes = [
    startNode(parts, { ...common, name: 'coordinator', port: coordinatorPort, folder: join(folder, 'coordinator') }),
    startNode(parts, { ...common, name: 'worker', port: workerPort, folder: join(folder, 'worker') }),
  ];
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${coordinatorPort}`;
  try {
    await ready(url, nodes);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, warehouse, origin: `${parts.version}, coordinator and worker on loopback, ${parts.java}`, stop };
}

/**
 * Waits until both nodes take work.
 * @param {string} url
 * @param {readonly ReturnType<typeof startNode>[]} nodes
 */
async function ready(url, nodes) {
  const until = performance.now() + readyWithin;
  let dead = false;
  for (const node of nodes) void node.ended.then(() => (dead = true));
  for (;;) {
    if ((await activeNodes(url)) === nodes.length) return;
    if (dead || performance.now() > until) {
      const why = dead ? 'one of its nodes ended' : `not ready within ${readyWithin / 1000} s`;
      throw new SetupFault(`Trino did not start: ${why}\n${nodes.map((node) => node.said()).join('\n---\n')}`, 1);
    }
    await pause(500);
  }
}

/**
 * How many nodes the coordinator knows; 0 as long as it does not answer.
 * @param {string} url
 * @returns {Promise<number>}
 */
async function activeNodes(url) {
  const headers = { 'X-Trino-User': 'workshop' };
  const body = "SELECT count(*) FROM system.runtime.nodes WHERE state = 'active'";
  try {
    let page = await pageOf(fetch(`${url}/v1/statement`, { method: 'POST', headers, body }));
    while (page.data === undefined && page.nextUri !== undefined) page = await pageOf(fetch(page.nextUri, { headers }));
    return page.data?.[0]?.[0] ?? 0;
  } catch {
    return 0;
  }
}

/**
 * @param {Promise<Response>} response
 * @returns {Promise<{ data?: number[][], nextUri?: string }>}
 */
async function pageOf(response) {
  return /** @type {{ data?: number[][], nextUri?: string }} */ (await (await response).json());
}
