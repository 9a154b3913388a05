import { describe, expect, it } from 'vitest';
import { openOfficeHere } from './open-here.js';

describe('ZHIHENG_LEDGER', () => {
  it.each(['ledger.sqlite', 'mysql://a:secret@127.0.0.1/x', 'postgres://127.0.0.1/x?schema=a;b'])(
    '%s is refused, and what it says is not told',
    async (address) => {
      const told = await Promise.resolve()
        .then(() => openOfficeHere('/nowhere', { ZHIHENG_LEDGER: address }))
        .catch((error: unknown) => error);
      expect(told).toMatchObject({ code: 'usage' });
      expect(JSON.stringify(told)).not.toContain('secret');
    },
  );
});
