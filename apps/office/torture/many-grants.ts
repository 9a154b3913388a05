import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

export const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, title: t, area: a }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;

/** Writes a table of grants of January 2023, numbered from `first` on. */
export async function writeGrants(folder: string, name: string, first: number, rows: number): Promise<string> {
  const path = join(folder, name);
  const file = createWriteStream(path);
  file.write('n,k,f,g,t,a\n');
  for (let at = first; at < first + rows; at += 1) {
    const day = String(1 + (at % 28)).padStart(2, '0');
    const line = `20231${String(at).padStart(7, '0')},invention,2023-01-01,2023-01-${day},Title of ${at * 7919},440000\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}
