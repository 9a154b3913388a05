import { describe, expect, it } from 'vitest';
import { clipBytes, clipText, rawLimit } from './raw-record.js';

describe('a raw record', () => {
  it('of 64 KiB stays whole', () => {
    const text = 'a'.repeat(rawLimit);
    expect([clipText(text), clipBytes(Buffer.from(text))]).toEqual([text, text]);
  });

  it.each([1, 2, 3, 4])('is never cut inside a character (%i bytes before)', (lead) => {
    const text = 'a'.repeat(lead) + '😀'.repeat(20_000);
    const whole = 'a'.repeat(lead) + '😀'.repeat(Math.floor((rawLimit - lead) / 4));
    expect(clipText(text) === whole).toBe(true);
    expect(clipBytes(Buffer.from(text)) === whole).toBe(true);
  });
});
