import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCutter, type ArrayEnd } from './array-cutter.js';

/** Elements of a text handed over in chunks of these sizes, and how it ended. */
function cut(text: string, sizes: readonly number[] = [1000]) {
  const bytes = Buffer.from(text);
  const cutter = new ArrayCutter('r.json');
  const elements: [number, string][] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    for (const { position, bytes: part } of cutter.push(bytes.subarray(at, at + size))) {
      elements.push([position, part.toString()]);
    }
    at += size;
  }
  const end: ArrayEnd = cutter.end();
  return { elements, end };
}

describe('ArrayCutter', () => {
  it('cuts objects with their first bytes; brackets, commas and quotes in strings are text', () => {
    const text = String.raw`[ {"a":"}],{"},{"b":["\"]", {"c":1}]} ,{"d":"\\"}]`;
    expect(cut(text)).toEqual({
      elements: [
        [2, '{"a":"}],{"}'],
        [15, String.raw`{"b":["\"]", {"c":1}]}`],
        [39, String.raw`{"d":"\\"}`],
      ],
      end: { ended: 'whole' },
    });
  });

  it('counts bytes, not characters, and steps over a byte order mark', () => {
    expect(cut('\ufeff[{"茶":1},{}]\n').elements).toEqual([
      [4, '{"茶":1}'],
      [14, '{}'],
    ]);
  });

  it('cuts elements that are no objects too', () => {
    expect(cut('[1, "a,]" ,null,[{}]]').elements.map(([at, text]) => [at, text.trim()])).toEqual([
      [1, '1'],
      [4, '"a,]"'],
      [11, 'null'],
      [16, '[{}]'],
    ]);
  });

  it.each([
    ['', 'blank', null],
    ['\ufeff \n', 'blank', null],
    ['[]', 'whole', null],
    ['[', 'open', 1],
    ['[{}', 'open', 3],
    ['[{},', 'open', 4],
    ['[{}, ', 'open', 5],
    ['[{}, {"a":"]', 'open', 5],
    ['[{}, tr', 'open', 5],
  ])('tells how %j ended', (text, ended, from) => {
    expect(cut(text).end).toEqual(from === null ? { ended } : { ended, from });
  });

  it.each([
    ['{}', 0, '{'],
    ['[{}{}]', 3, '{'],
    ['[{}}', 3, '}'],
    ['[,{}]', 1, ','],
    ['[{},]', 4, ']'],
    ['[{}] x', 5, 'x'],
    ['[{}][', 4, '['],
  ])('throws json-malformed for %j at byte %d', (text, byte, found) => {
    for (const size of [1, 1000]) {
      expect(() => cut(text, [size])).toThrow(
        expect.objectContaining({
          code: 'json-malformed',
          detail: expect.objectContaining({ place: { path: 'r.json', byte }, found }),
        }),
      );
    }
  });

  it('throws encoding-wrong for bytes that no text of UTF-8 has', () => {
    const utf16 = Buffer.from('\ufeff[{}]', 'utf16le');
    expect(() => [...new ArrayCutter().push(utf16)]).toThrow(
      expect.objectContaining({ code: 'encoding-wrong', detail: expect.objectContaining({ place: { byte: 0 } }) }),
    );
    expect(() => cut('[{}]\0')).toThrow(
      expect.objectContaining({
        code: 'encoding-wrong',
        detail: expect.objectContaining({ place: { path: 'r.json', byte: 4 } }),
      }),
    );
  });

  it('hands over what is whole before the byte that cannot stand there', () => {
    const found: number[] = [];
    const reading = () => {
      for (const { position } of new ArrayCutter().push(Buffer.from('[{},{} x {}]'))) found.push(position);
    };
    expect(reading).toThrow();
    expect(found).toEqual([1, 4]);
  });

  it('cuts any array as JSON itself reads it, whatever the chunks', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.object({ maxDepth: 3 })), fc.constantFrom(0, 1, 3), sizes, (objects, indent, chunks) => {
        const plain = JSON.parse(JSON.stringify(objects)) as unknown[];
        const text = JSON.stringify(plain, null, indent);
        const { elements, end } = cut(text, chunks);
        expect(elements.map(([, part]) => JSON.parse(part))).toEqual(plain);
        for (const [position, part] of elements) {
          expect(Buffer.from(text).toString('utf8', position, position + Buffer.byteLength(part))).toBe(part);
        }
        expect(end).toEqual({ ended: 'whole' });
      }),
    );
  });
});
