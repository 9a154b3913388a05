import { expect, it } from 'vitest';
import { refuseThroughout } from '../test/refused-disk.js';
import { SmallOffice } from '../test/small-office.js';

it('a disk that faults at the n-th write, syncing or renaming leaves nothing half, and nothing acknowledged is lost', async () => {
  const small = new SmallOffice();
  try {
    await refuseThroughout(small, 'EIO');
    expect((await small.look('r2')).acts.filter((act) => act.startsWith('release'))).toHaveLength(2);
  } finally {
    small.remove();
  }
});
