import { describe, expect, it } from 'vitest';
import { textAt } from '../uspto/xml-element.js';
import { characterEntities } from './character-entities.js';
import { parseRecord } from './parse-record.js';

const parse = (text: string | Buffer) => parseRecord({ bytes: Buffer.from(text), tooLong: false });

describe('parseRecord', () => {
  it('drops prefixes, citations and inventors', () => {
    const root = parse(
      '<e:d a="1"><e:t>A<x>b</x></e:t><references-cited>C&unknown;</references-cited><e:inventors><n>D</n></e:inventors></e:d>',
    );
    expect(root).toEqual({
      name: 'd',
      attributes: { a: '1' },
      children: [{ name: 't', attributes: {}, children: ['A', { name: 'x', attributes: {}, children: ['b'] }] }],
    });
  });

  it('knows the characters that exchange files name', () => {
    expect(textAt(parse('<d>matri&ccaron;nih pore&cacute;aja &SACUTE; &ndash; &oslash; &amp; &#x10C;</d>'))).toBe(
      'matričnih porećaja Ś – ø & Č',
    );
    expect(characterEntities).toMatchObject({ zcaron: 'ž', Ouml: 'Ö', szlig: 'ß', alpha: 'α', abreve: 'ă' });
    expect(Object.values(characterEntities).every((text) => [...text].length <= 1)).toBe(true);
  });

  it.each([
    ['<d>&unknown;</d>', 'xml-malformed'],
    ['<d><t></d>', 'xml-malformed'],
    ['<d>\u0000</d>', 'xml-malformed'],
    [Buffer.from([0x3c, 0x64, 0x3e, 0xe9, 0x3c, 0x2f, 0x64, 0x3e]), 'encoding-wrong'],
  ])('refuses %s', (text, code) => {
    expect(() => parse(text)).toThrow(code);
  });

  it('refuses a record that was too long to hold', () => {
    expect(() => parseRecord({ bytes: Buffer.from('<d>'), tooLong: true })).toThrow('value-wrong');
  });
});
