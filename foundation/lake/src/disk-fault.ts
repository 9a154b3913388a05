import { UserFault } from '@zhiheng/vocabulary';

/** What the system says when the disk, not the software, is at fault: no room, a broken device, no right to write. */
const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENOTDIR']);
/** The same as the SQL engine words it. */
const diskWords: readonly (readonly [RegExp, string])[] = [
  [/no space left on device|not enough space on the disk/i, 'ENOSPC'],
  [/disk quota exceeded/i, 'EDQUOT'],
  [/input\/output error/i, 'EIO'],
  [/read-only file system/i, 'EROFS'],
  [/permission denied/i, 'EACCES'],
  [/too many open files/i, 'EMFILE'],
];

/** The fault of the office folder when the system refuses what is asked of the disk; anything else as it came. */
export function diskFault(error: unknown, path: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && diskCodes.has(code) ? unusable(path, code) : error;
}

/** The fault of the office folder that an error of the SQL engine tells of; null when it tells of none. */
export function engineDiskFault(error: unknown): UserFault | null {
  // `Could not write file "/data/work/load.duckdb": No space left on device`, behind whatever the engine was doing.
  const said =
    error instanceof Error ? /\b(?:file|directory) "([^"\n]+)"[^\n]*: ([^:\n]+)$/m.exec(error.message) : null;
  const [, path = '', reason = ''] = said ?? [];
  const code = diskWords.find(([words]) => words.test(reason))?.[1];
  return code === undefined ? null : unusable(path, code);
}

function unusable(path: string, found: string): UserFault {
  return new UserFault('folder-unusable', { place: { path }, found, expected: 'a disk that takes what is written' });
}

/** Has the engine do something; a disk that refuses is told as `folder-unusable`. */
export function tellingDiskFaults<Answer>(act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    throw engineDiskFault(error) ?? error;
  }
}
