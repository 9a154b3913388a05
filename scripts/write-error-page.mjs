import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorPage, readErrorTable } from './error-page.mjs';
import { root } from './workshop/root.mjs';

const table = await readErrorTable();
writeFileSync(join(root, 'docs/errors.md'), errorPage(table));
console.log(`docs/errors.md: ${Object.keys(table).length} codes`);
