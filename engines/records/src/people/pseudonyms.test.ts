import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { foldedPersonName, Pseudonyms } from './pseudonyms.js';

const key = Uint8Array.from({ length: 32 }, (_, at) => at);

/** Base32 of RFC 4648 by big numbers. */
function slowPseudonym(folded: string): string {
  const digest = createHmac('sha256', Buffer.from(key)).update(folded).digest('hex');
  let rest = BigInt(`0x${digest.slice(0, 20)}`);
  let text = '';
  for (let at = 0; at < 16; at += 1) {
    text = `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number(rest % 32n)]}${text}`;
    rest /= 32n;
  }
  return `PS-${text}`;
}

describe('a pseudonym', () => {
  it.each(['张三', 'smith, john', 'élan', '𠮷田 taro'])(
    'of %s is the first 80 bits of the HMAC of the folded name',
    (name) => {
      expect(new Pseudonyms(key).of(name)).toBe(slowPseudonym(name));
    },
  );

  it('is one for all ways of writing a name, told again or not', () => {
    const names = new Pseudonyms(key);
    const [first, ...others] = ['张三', '张 三', ' 张　三 ', '张三'].map((name) => names.of(name));
    expect(others).toEqual([first, first, first]);
    expect(names.of('ＪＯＨＮ  Smith')).toBe(names.of('john smith'));
    expect(names.of('Ann Alee')).not.toBe(names.of('Anna Lee'));
  });

  it('is another in another office', () => {
    const other = new Pseudonyms(Uint8Array.from({ length: 32 }, () => 7));
    expect(other.of('张三')).not.toBe(new Pseudonyms(key).of('张三'));
  });

  it.each([
    [' 欧阳  娜娜 ', '欧阳娜娜'],
    ['ＷＡＮＧ，Wei', 'wang,wei'],
    ['O Neill', 'o neill'],
  ])('folds %s to %s', (name, folded) => {
    expect(foldedPersonName(name)).toBe(folded);
  });
});
