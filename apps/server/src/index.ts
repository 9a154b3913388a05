export { buildServer, type ServerOptions } from './build-server.js';
export type { LineSink } from './operational-log.js';
export { isLoopback, type StatedProxy, type Tls } from './reach.js';
export { type RunningServer, type StartOptions, startServer } from './start-server.js';
