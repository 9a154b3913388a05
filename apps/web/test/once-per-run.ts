import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A folder that is made once in a run of the tests and read by every file of them, whichever worker it runs in. The first that asks makes
 * it, the others wait; nobody changes it afterwards. It goes with the folder of the run.
 */
export async function oncePerRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = process.env.ZHIHENG_RUN_FOLDER;
  if (run === undefined) throw new Error('no folder of the run: vitest.config.ts names what makes it');
  const made = join(run, name);
  const making = `${made}.making`;
  const failed = `${made}.failed`;
  if (isFirst(making)) {
    try {
      await make(making);
      renameSync(making, made);
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made by another file of the tests`);
    await wait(100);
  }
  return made;
}

/** True for the one that may make it: a folder is made by one alone. */
function isFirst(making: string): boolean {
  if (existsSync(making.replace(/\.making$/, ''))) return false;
  try {
    mkdirSync(making);
    return true;
  } catch {
    return false;
  }
}
