import { UserFault } from '@zhiheng/vocabulary';

/** True for what is wrong with the file that is read; a disk that takes nothing more is the fault of no file. */
export function isFileFault(error: unknown): error is UserFault {
  return error instanceof UserFault && error.code !== 'folder-unusable';
}
