import { UserFault } from '@zhiheng/vocabulary';

/** What SQLite says when the disk, not the statement, is at fault. */
const diskCode = /^SQLITE_(?:FULL|IOERR|CANTOPEN|READONLY|PERM)/;
const cannotOpen = /^ConnectionFailed\("Unable to open connection/;

/** The fault of the office folder when the disk refuses what the ledger asks of it; anything else as it came. */
export function ledgerFault(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = cannotOpen.test(error.message) ? 'SQLITE_CANTOPEN' : String((error as { code?: unknown }).code ?? '');
  if (!diskCode.test(code)) return error;
  return new UserFault('folder-unusable', {
    place: { path },
    found: code,
    expected: 'a folder that can be written, on a disk with room',
  });
}
