import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAndDie } from './act-and-die.js';

/** What 50 kills acknowledged, and of how many kinds. */
export interface FiftyKills {
  readonly acknowledged: number;
  readonly kinds: number;
}

/**
 * Lets a script act on an office and kills it, 50 times over; after each `look` finds that what was acknowledged is there and nothing is half,
 * and tells how many acts are on the disk. `most`: acts before a kill.
 */
export async function fiftyKills<Acknowledged extends { readonly name: string }>(
  script: string,
  most: number,
  look: (folder: string, said: readonly Acknowledged[]) => Promise<number>,
): Promise<FiftyKills> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-kills-'));
  const said: Acknowledged[] = [];
  let kept = 0;
  for (let kill = 0; kill < 50; kill += 1) {
    said.push(...(await actAndDie<Acknowledged>(script, folder, 1 + Math.floor(Math.random() * most))));
    kept = await look(folder, said);
  }
  rmSync(folder, { recursive: true, force: true });
  const counts = new Map<string, number>();
  for (const { name } of said) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`50 kills: ${said.length} answers acknowledged (${names.join(', ')}), ${kept} acts kept\n`);
  return { acknowledged: said.length, kinds: names.length };
}
