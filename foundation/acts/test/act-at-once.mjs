import { createViteServer } from 'vitest/node';
import { packageAliases } from '../../../scripts/package-aliases.mjs';

// A process of its own over the sources: node act-at-once.mjs '[PLACE, PERSON, CASES]'.
const server = await createViteServer({
  ...{ configFile: false, root: import.meta.dirname, appType: 'custom', logLevel: 'error' },
  resolve: { alias: packageAliases() },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
await server.ssrLoadModule('./act-at-once.ts');
await server.close();
process.stdin.destroy();
