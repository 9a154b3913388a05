// Writes the optional packages of other systems into the lock file, where npm left them out. Run it after each `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockGaps, systemOf } from './workshop/lock-gaps.mjs';
import { root } from './workshop/root.mjs';

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const gaps = lockGaps(lock.packages);
for (const { name, version, dev } of gaps) {
  const { os, cpu, libc } = systemOf(name);
  const entry = { version, cpu, ...(dev ? { dev } : {}), ...(libc === null ? {} : { libc }), optional: true, os };
  lock.packages[`node_modules/${name}`] = entry;
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(sorted);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${gaps.length} packages of other systems added`);
