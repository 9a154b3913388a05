import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { diskFault, engineDiskFault } from './disk-fault.js';

describe('refusals of the disk', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'])('%s is the fault of the folder', (code) => {
    const fault = diskFault(Object.assign(new Error(code), { code }), '/data/lake');
    expect(fault).toMatchObject({ code: 'folder-unusable', detail: { place: { path: '/data/lake' }, found: code } });
  });

  it.each([
    // as the engine words them, behind whatever it was doing
    [
      'FATAL Error: Failed to create checkpoint because of error: Could not write file "/d/work/load.duckdb": No space left on device',
      '/d/work/load.duckdb',
      'ENOSPC',
    ],
    [
      'Failed to append: Failed to commit: Could not write file "/d/load.duckdb.wal": No space left on device',
      '/d/load.duckdb.wal',
      'ENOSPC',
    ],
    ['IO Error: Cannot open file "/d/a b.parquet": Permission denied\nmore', '/d/a b.parquet', 'EACCES'],
    ['IO Error: Could not read from file "/d/a.parquet": Input/output error', '/d/a.parquet', 'EIO'],
  ])('%s', (message, path, found) => {
    const fault = engineDiskFault(new Error(message));
    expect(fault).toBeInstanceOf(UserFault);
    expect(fault).toMatchObject({ code: 'folder-unusable', detail: { place: { path }, found } });
  });

  it.each([
    'Conversion Error: Could not convert string "No space left on device" to INT64',
    'IO Error: No files found that match the pattern "/d/a.parquet"',
    'Binder Error: file "x": no such column',
  ])('leaves alone: %s', (message) => {
    expect(engineDiskFault(new Error(message))).toBeNull();
  });

  it('leaves other errors as they came', () => {
    const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    expect(diskFault(missing, '/d')).toBe(missing);
    expect(diskFault('a word', '/d')).toBe('a word');
  });
});
