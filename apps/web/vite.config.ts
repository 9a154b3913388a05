import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packageAliases } from '../../scripts/package-aliases.mjs';
import { poMessages } from './build/po-messages.js';

const server = process.env.ZHIHENG_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), poMessages()],
  resolve: { alias: packageAliases() },
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    // What every reading page draws numbers with comes in one file: packed alone, each of its small modules weighs more.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'reading', test: /\/apps\/web\/src\/(?:marks|numbers|states)\// }] },
      },
    },
  },
  server: { proxy: { '/api': server } },
});
