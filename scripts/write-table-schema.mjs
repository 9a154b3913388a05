import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workshop/root.mjs';

// Reads the built engine: run `npm run build` before.
const { tableSchema } = await import('../engines/bulletin/dist/index.js');
const path = 'definitions/tables/table.schema.json';
writeFileSync(join(root, path), JSON.stringify(tableSchema(), null, 2));
spawnSync('npx', ['biome', 'format', '--write', path], { cwd: root, stdio: 'inherit' });
