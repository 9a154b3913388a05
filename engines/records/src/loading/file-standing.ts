import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** `touched`: another file stands there, or something wrote to it, or to what is known of it. */
export type FileStanding = 'as-listed' | 'touched' | 'gone';

/** What no write leaves as it was: its writer can set back the one time, never the other. */
const signs = ['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const;

/** Compares a file with what was known of it earlier. */
export async function fileStanding(path: string, earlier: BigIntStats): Promise<FileStanding> {
  try {
    const now = await stat(path, { bigint: true });
    return signs.every((sign) => now[sign] === earlier[sign]) ? 'as-listed' : 'touched';
  } catch {
    return 'gone';
  }
}
