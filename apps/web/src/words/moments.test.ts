import { describe, expect, it } from 'vitest';
import { momentsIn } from './moments.js';

describe('moments', () => {
  it('shows an instant as the clock of the office does, which may be a day ahead', () => {
    const shanghai = momentsIn('Asia/Shanghai');
    expect(shanghai.moment('2026-11-26T21:12:10Z')).toBe('2026-11-27 05:12');
    expect(shanghai.day('2026-11-26T21:12:10Z')).toBe('2026-11-27');
    expect(momentsIn('UTC').day('2026-11-26T21:12:10Z')).toBe('2026-11-26');
    expect(momentsIn('America/New_York').moment('2026-01-01T04:59:00Z')).toBe('2025-12-31 23:59');
  });
});
