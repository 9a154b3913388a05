import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnGuarded } from './guarded.mjs';

/**
 * @typedef {object} NodeSettings
 * @property {string} name
 * @property {number} port
 * @property {number} coordinatorPort
 * @property {string} secret between the nodes
 * @property {string} folder of this node
 * @property {string} warehouse folder of the tables
 */

/** Loopback only; heaps small enough for two beside everything else. */
const heap = '1536M';

/**
 * Files of settings of one node, by path below its folder.
 * @param {NodeSettings} settings
 * @returns {Record<string, string[]>}
 */
export function nodeFiles({ port, coordinatorPort, secret, warehouse }) {
  return {
    'etc/config.properties': [
      `coordinator=${port === coordinatorPort}`,
      ...(port === coordinatorPort ? ['node-scheduler.include-coordinator=true', 'query.max-stage-count=400'] : []),
      `http-server.http.port=${port}`,
      `discovery.uri=http://127.0.0.1:${coordinatorPort}`,
      `internal-communication.shared-secret=${secret}`,
      'query.max-memory-per-node=700MB',
      'task.concurrency=2',
    ],
    'etc/log.properties': ['io.trino=WARN', 'io.airlift=WARN', 'org=WARN'],
    'etc/catalog/lake.properties': [
      'connector.name=hive',
      'hive.metastore=file',
      'hive.metastore.catalog.dir=local:///metastore',
      'hive.metastore.disable-location-checks=true',
      'fs.native-local.enabled=true',
      `local.location=${warehouse}`,
    ],
    'etc/catalog/memory.properties': ['connector.name=memory', 'memory.max-data-per-node=512MB'],
  };
}

/**
 * Starts a node; what it says goes into a file that `said` gives the end of.
 * @param {{ java: string, home: string }} parts
 * @param {NodeSettings} settings
 */
export function startNode({ java, home }, settings) {
  const { folder, name } = settings;
  for (const [path, lines] of Object.entries(nodeFiles(settings))) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `${lines.join('\n')}\n`, { mode: 0o600 });
  }
  const log = join(folder, 'log');
  const output = openSync(log, 'w');
  const node = spawnGuarded(join(java, 'bin/java'), javaParameters(home, folder, name), {
    folder,
    output,
    environment: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
  closeSync(output);
  return { ...node, said: () => readFileSync(log, 'utf8').slice(-6000) };
}

/**
 * @param {string} home
 * @param {string} folder
 * @param {string} name
 */
function javaParameters(home, folder, name) {
  return [
    '-server',
    `-Xmx${heap}`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:+EnableDynamicAgentLoading',
    '-Djdk.attach.allowAttachSelf=true',
    '-Dfile.encoding=UTF-8',
    '-Duser.timezone=UTC',
    '--enable-native-access=ALL-UNNAMED',
    '--sun-misc-unsafe-memory-access=allow',
    '-Dnode.environment=test',
    `-Dnode.id=${name}`,
    `-Dnode.data-dir=${folder}`,
    '-Dnode.bind-ip=127.0.0.1',
    '-Dnode.internal-address=127.0.0.1',
    `-Dplugin.dir=${join(home, 'plugin')}`,
    `-Dconfig=${join(folder, 'etc/config.properties')}`,
    `-Dlog.levels-file=${join(folder, 'etc/log.properties')}`,
    '-cp',
    join(home, 'lib/*'),
    'io.trino.server.TrinoServer',
  ];
}
