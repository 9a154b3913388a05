import { describe, expect, it } from 'vitest';
import { editDistance, plainJaccard } from '../../test/plain-likeness.js';
import { Random } from '../random.js';
import { TextSource } from '../texts/text-source.js';
import { editText } from './edit-text.js';

const source = new TextSource(3);
const texts = Array.from({ length: 12 }, (_, key) => source.textsOf(key * 3, 'invention', key));
const donors = texts.map((_, key) => source.textsOf(key * 3, 'invention', 'donor', key));

describe('editText', () => {
  it.each([0.05, 0.1, 0.2, 0.3, 0.4])('edits the stated share: %d', (share) => {
    const similarities: number[] = [];
    for (const [key, { abstract }] of texts.entries()) {
      const edited = editText(abstract, share, Random.of(key, 'edit'), donors[key]?.abstract ?? '');
      const most = Math.round(abstract.length * share);
      const distance = editDistance(abstract, edited);
      expect(distance).toBeLessThanOrEqual(most);
      // Characters of the donor can be the right ones by chance.
      expect(distance).toBeGreaterThanOrEqual(most * 0.85 - 1);
      similarities.push(plainJaccard(abstract, edited));
    }
    // A run of six characters touches eight shingles: of n stay n (1 - 4/3 share), in both texts together n (1 + 4/3 share).
    const stated = (1 - (4 / 3) * share) / (1 + (4 / 3) * share);
    const mean = similarities.reduce((sum, similarity) => sum + similarity, 0) / similarities.length;
    expect(Math.abs(mean - stated)).toBeLessThan(0.06);
    for (const similarity of similarities) expect(Math.abs(similarity - stated)).toBeLessThan(0.15);
  });

  it('leaves a text alone for a share of nothing and refuses one out of range', () => {
    expect(editText('甲乙丙丁', 0, Random.of(1), '子丑寅卯')).toBe('甲乙丙丁');
    expect(() => editText('甲乙丙丁', 0.7, Random.of(1), '子丑寅卯')).toThrow('0.7');
  });

  it('edits the same from the same stream', () => {
    const [text, donor] = [texts[0]?.firstClaim ?? '', donors[0]?.firstClaim ?? ''];
    expect(editText(text, 0.2, Random.of(4), donor)).toBe(editText(text, 0.2, Random.of(4), donor));
    expect(editText(text, 0.2, Random.of(4), donor)).not.toBe(editText(text, 0.2, Random.of(5), donor));
  });
});
