import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServedOffice } from './served-office.js';

const shipped = fileURLToPath(new URL('../../../definitions', import.meta.url));

/** Gives an office that has definitions of its own everything that comes with the software, of the indicators those named: a page needs few. */
export function putFewDefinitions({ definitions }: ServedOffice, ids: readonly string[]): void {
  cpSync(shipped, definitions, { recursive: true });
  const folder = join(definitions, 'indicators');
  const there = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const missing = ids.filter((id) => !there.includes(`${id}.yaml`));
  if (missing.length > 0) throw new Error(`no definitions of ${missing.join(', ')}`);
  for (const name of there) if (!ids.includes(name.replace(/\.yaml$/, ''))) rmSync(join(folder, name));
}
