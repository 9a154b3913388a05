export { buildServer, type ServerOptions } from './build-server.js';
export { isLoopback } from './host-guard.js';
export { type RunningServer, type StartOptions, startServer } from './start-server.js';
